#pragma once
#include <cblas.h>
#include <stdlib.h>
#include <strings.h>

// How OpenBLAS, built for many processors, chooses its kernels when it is loaded; a build for one has neither.
extern void gotoblas_dynamic_init(void) __attribute__((weak));
extern void gotoblas_dynamic_quit(void) __attribute__((weak));

/// OpenBLAS knows processors by their model. On one newer than itself it falls back to kernels of 2004 (SSE3), which take
/// more than twice the time. This has it choose again, by what the processor can do.
///
/// To be called before the first product, while no other thread computes one. Does nothing where the user has chosen
/// (OPENBLAS_CORETYPE) or OpenBLAS knows the processor.
static inline void demarche_choose_kernels(void) {
#if defined(__x86_64__)
    if (!gotoblas_dynamic_init || !gotoblas_dynamic_quit || getenv("OPENBLAS_CORETYPE")) return;
    if (strcasecmp(openblas_get_corename(), "Prescott") != 0) return;
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
    int has512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
    setenv("OPENBLAS_CORETYPE", has512 ? "SkylakeX" : "Haswell", 1);
    gotoblas_dynamic_quit();
    gotoblas_dynamic_init();
    unsetenv("OPENBLAS_CORETYPE");
#endif
}
