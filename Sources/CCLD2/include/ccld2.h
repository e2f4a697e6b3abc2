#pragma once
#include <stdbool.h>
#ifdef __cplusplus
extern "C" {
#endif

/// The ISO 639 code of the main language of `length` bytes of UTF-8, or "un" when unknown.
/// `percent` receives the share of the text in that language, `reliable` whether CLD2 trusts it.
const char *demarche_detect_language(const char *text, int length, int *percent, bool *reliable);

#ifdef __cplusplus
}
#endif
