#include "ccld2.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

extern "C" const char *demarche_detect_language(const char *text, int length, int *percent, bool *reliable) {
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3];
    int percents[3] = {0, 0, 0};
    double scores[3];
    int textBytes = 0;
    CLD2::ExtDetectLanguageSummary(
        text, length, true, &hints, 0, languages, percents, scores, nullptr, &textBytes, reliable);
    *percent = percents[0];
    return CLD2::LanguageCode(languages[0]);
}
