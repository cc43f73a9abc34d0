// The yardstick of evaluation: the controls of recorded episodes in a bare loop of mj_step, with nothing else in it.
//
//   bare_loop MODEL.xml EPISODES.bin MUJOCO_VERSION
//
// EPISODES.bin is written by RecordedEpisodes.java. For each line on standard input all episodes are run once and
// one line is printed: nanoseconds by the wall clock, nanoseconds of CPU time of this thread, and how many episodes
// ended in other joint positions than the recorded ones (bit by bit). Compiles as C and as C++.

#include <mujoco/mujoco.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  double target[3];
  int64_t steps;
  double* controls;
  double* last_positions;
} episode;

static void fail(const char* what, const char* which) {
  fprintf(stderr, "bare_loop: %s %s\n", what, which);
  exit(1);
}

static void read_exactly(FILE* file, void* to, size_t bytes) {
  if (fread(to, 1, bytes, file) != bytes) {
    fail("the file of episodes is cut short", "");
  }
}

static double* read_doubles(FILE* file, size_t count) {
  double* values = (double*)malloc(count * sizeof(double) + 1);
  read_exactly(file, values, count * sizeof(double));
  return values;
}

static int64_t nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void run(const mjModel* m, mjData* d, const episode* e, int target, int64_t physics_steps) {
  mj_resetData(m, d);
  if (target >= 0) {
    memcpy(d->mocap_pos + 3 * target, e->target, sizeof(e->target));
  }
  mj_forward(m, d);
  size_t controls = (size_t)m->nu;
  for (int64_t step = 0; step < e->steps; step++) {
    memcpy(d->ctrl, e->controls + step * controls, controls * sizeof(double));
    for (int64_t i = 0; i < physics_steps; i++) {
      mj_step(m, d);
    }
  }
}

int main(int argc, char** argv) {
  if (argc != 4) {
    fail("usage:", "bare_loop MODEL.xml EPISODES.bin MUJOCO_VERSION");
  }
  if (strcmp(mj_versionString(), argv[3])) {
    fail("linked against another MuJoCo than the build's:", mj_versionString());
  }
  char message[1024] = "";
  mjModel* m = mj_loadXML(argv[1], NULL, message, sizeof(message));
  if (!m) {
    fail("cannot load the model:", message);
  }
  mjData* d = mj_makeData(m);
  int body = mj_name2id(m, mjOBJ_BODY, "target");
  int target = body < 0 ? -1 : m->body_mocapid[body];

  FILE* file = fopen(argv[2], "rb");
  if (!file) {
    fail("cannot open", argv[2]);
  }
  int64_t header[4];  // episodes, physics steps per control step, controls, joint positions
  read_exactly(file, header, sizeof(header));
  if (header[2] != m->nu || header[3] != m->nq) {
    fail("the episodes are of another robot than", argv[1]);
  }
  size_t count = (size_t)header[0];
  episode* episodes = (episode*)malloc(count * sizeof(episode));
  for (size_t k = 0; k < count; k++) {
    read_exactly(file, episodes[k].target, sizeof(episodes[k].target));
    read_exactly(file, &episodes[k].steps, sizeof(episodes[k].steps));
    episodes[k].controls = read_doubles(file, (size_t)episodes[k].steps * m->nu);
    episodes[k].last_positions = read_doubles(file, m->nq);
  }
  fclose(file);

  char line[16];
  while (fgets(line, sizeof(line), stdin)) {
    int differing = 0;
    int64_t wall = nanoseconds(CLOCK_MONOTONIC);
    int64_t cpu = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
    for (size_t k = 0; k < count; k++) {
      run(m, d, &episodes[k], target, header[1]);
      differing += memcmp(d->qpos, episodes[k].last_positions, m->nq * sizeof(double)) != 0;
    }
    cpu = nanoseconds(CLOCK_THREAD_CPUTIME_ID) - cpu;
    wall = nanoseconds(CLOCK_MONOTONIC) - wall;
    printf("%lld %lld %d\n", (long long)wall, (long long)cpu, differing);
    fflush(stdout);
  }
  for (size_t k = 0; k < count; k++) {
    free(episodes[k].controls);
    free(episodes[k].last_positions);
  }
  free(episodes);
  mj_deleteData(d);
  mj_deleteModel(m);
  return 0;
}
