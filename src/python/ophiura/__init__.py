"""Trials of Ophiura as environments of Gymnasium."""

from .environment import OphiuraEnv, OphiuraError, make

__all__ = ["OphiuraEnv", "OphiuraError", "make"]
