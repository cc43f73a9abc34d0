// Recovery from MuJoCo's fatal errors, for callers that cannot afford the end of the process.
//
// MuJoCo ends the process on a fatal error unless a handler leaves by longjmp, and it writes warnings to the
// console and to MUJOCO_LOG.TXT in the working directory. This guard installs its handlers when the library is
// loaded. From then on
//  - a fatal error inside a guard_* function returns to its caller as a status; the text is guard_last_error();
//  - a fatal error inside any other function of MuJoCo leaves it as a C++ exception, which JavaCPP hands on to
//    Java as a RuntimeException;
//  - a warning is counted and kept for the thread that raised it; nothing is printed, no file is written.
// After an error the mjData involved must be reset by guard_reset_data or freed; nothing else may use it.
//
// All texts belong to the calling thread and are overwritten by its next error or warning.

#ifndef OPHIURA_MUJOCO_GUARD_H_
#define OPHIURA_MUJOCO_GUARD_H_

#include <mujoco/mujoco.h>

#ifdef __cplusplus
extern "C" {
#endif

// Statuses. A positive status is a set of bits (1 << mjtWarning) of the bad numbers that MuJoCo met.
#define GUARD_OK 0
#define GUARD_ERROR -1

// Advances by at most n steps. Returns GUARD_OK, GUARD_ERROR, or the bits of mjWARN_BADQPOS, BADQVEL, BADQACC
// and BADCTRL as soon as a step met one of them: MuJoCo has then reset the state (or, for BADCTRL, used zeros), and
// the remaining steps are not made. Sets these four counters of d->warning back to zero first.
static int guard_step(const mjModel* m, mjData* d, int n);

// mj_forward. Returns as guard_step does.
static int guard_forward(const mjModel* m, mjData* d);

// mj_resetData. Returns GUARD_OK or GUARD_ERROR.
static int guard_reset_data(const mjModel* m, mjData* d);

// mj_stateSize, mj_getState and mj_setState, for a set of mjtState bits. GUARD_ERROR when spec is not valid.
static int guard_state_size(const mjModel* m, int spec);
static int guard_get_state(const mjModel* m, const mjData* d, mjtNum* state, int spec);
static int guard_set_state(const mjModel* m, mjData* d, const mjtNum* state, int spec);

// Parses and compiles an MJCF or URDF file. Where xml is not NULL it is taken for the file's content; path then
// need not exist, and still is where relative paths of included files and assets start. Returns NULL on failure.
// A warning of the compiler counts as one of this thread.
static mjModel* guard_load_model(const char* path, const char* xml);

// mj_makeData. Returns NULL on failure.
static mjData* guard_make_data(const mjModel* m);

// From 4.0.0 on an actuator may have several controls and several outputs. The number of actuators, and where the
// controls (in ctrl) and outputs (in actuator_force) of one start; for actuator = the number of actuators, where
// they all end. These three cannot fail.
static int guard_actuator_count(const mjModel* m);
static int guard_control_address(const mjModel* m, int actuator);
static int guard_output_address(const mjModel* m, int actuator);

// The text of the last fatal error of this thread; empty if there was none.
static const char* guard_last_error(void);

// How many warnings this thread has raised since it started, or since guard_clear_warnings.
static long long guard_warning_count(void);

// The text of the last warning of this thread; empty if there is none.
static const char* guard_last_warning(void);

static void guard_clear_warnings(void);

#ifdef __cplusplus
}
#endif

#include "mujoco_guard.inc"

#endif  // OPHIURA_MUJOCO_GUARD_H_
