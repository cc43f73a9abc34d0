// An OpenGL context without a window, for MuJoCo's renderer (mjr_*) on machines without a display.
//
// libEGL is opened when the first context is made, and linked to by nothing: the binding loads on machines that
// have no graphics driver, and only drawing fails there, with a text that says why.
//
// A context belongs to one thread at a time: the one that made it current last. The display that all contexts
// share stays open until the process ends, because closing it would take the contexts of other threads with it.

#ifndef OPHIURA_OFFSCREEN_GL_H_
#define OPHIURA_OFFSCREEN_GL_H_

#ifdef __cplusplus
extern "C" {
#endif

// Makes a context and makes it current for the calling thread. NULL on failure: see offscreen_last_error.
static void* offscreen_open(void);

// Makes the context current for the calling thread. 0 on success, -1 on failure.
static int offscreen_make_current(void* context);

// Lets go of the context, if it is the calling thread's, and frees it. NULL does nothing.
static void offscreen_close(void* context);

// What draws, such as "Mesa llvmpipe". The text belongs to the driver; empty without a current context.
static const char* offscreen_renderer(void);

// The text of the last failure of this thread; empty if there was none.
static const char* offscreen_last_error(void);

#ifdef __cplusplus
}
#endif

#include "offscreen_gl.inc"

#endif  // OPHIURA_OFFSCREEN_GL_H_
