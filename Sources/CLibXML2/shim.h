#pragma once
// libxml2's ICU types clash with the ICU inside Foundation; nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xmlreader.h>

// `xmlFree` is a global variable, which Swift's concurrency checks refuse.
static inline void demarche_xml_free(void *memory) { xmlFree(memory); }
