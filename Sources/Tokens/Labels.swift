/// Universal part-of-speech tags (https://universaldependencies.org/u/pos/), plus spaCy's `SPACE`.
package enum PartOfSpeech: String, Sendable, CaseIterable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordinatingConjunction = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case number = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinatingConjunction = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
    case space = "SPACE"
    case none = ""
}

/// Penn Treebank tags as OntoNotes 5 uses them, under their published spellings; `_SP` is spaCy's tag of white space.
package enum PennTag: String, Sendable, CaseIterable {
    case dollar = "$"
    case closingQuote = "''"
    case comma = ","
    case leftBracket = "-LRB-"
    case rightBracket = "-RRB-"
    case sentenceEnd = "."
    case colon = ":"
    case openingQuote = "``"
    case add = "ADD"
    case afx = "AFX"
    case cc = "CC"
    case cd = "CD"
    case dt = "DT"
    case ex = "EX"
    case fw = "FW"
    case hyph = "HYPH"
    case `in` = "IN"
    case jj = "JJ"
    case jjr = "JJR"
    case jjs = "JJS"
    case ls = "LS"
    case md = "MD"
    case nfp = "NFP"
    case nn = "NN"
    case nnp = "NNP"
    case nnps = "NNPS"
    case nns = "NNS"
    case pdt = "PDT"
    case pos = "POS"
    case prp = "PRP"
    case prpPossessive = "PRP$"
    case rb = "RB"
    case rbr = "RBR"
    case rbs = "RBS"
    case rp = "RP"
    case sym = "SYM"
    case to = "TO"
    case uh = "UH"
    case vb = "VB"
    case vbd = "VBD"
    case vbg = "VBG"
    case vbn = "VBN"
    case vbp = "VBP"
    case vbz = "VBZ"
    case wdt = "WDT"
    case wp = "WP"
    case wpPossessive = "WP$"
    case wrb = "WRB"
    case xx = "XX"
    case space = "_SP"
    case none = ""
}

/// ClearNLP dependency labels, the scheme of spaCy's English pipelines
/// (Choi and Palmer 2012, Guidelines for the CLEAR style constituent to dependency conversion).
package enum Dependency: String, Sendable, CaseIterable {
    case root = "ROOT"
    case acl, acomp, advcl, advmod, agent, amod, appos, attr, aux, auxpass
    case `case`
    case cc, ccomp, compound, conj, csubj, csubjpass, dative, dep, det, dobj, expl, intj, mark, meta, neg, nmod
    case npadvmod, nsubj, nsubjpass, nummod, oprd, parataxis, pcomp, pobj, poss, preconj, predet, prep, prt, punct
    case quantmod, relcl, xcomp
    case none = ""
}

/// OntoNotes 5 named-entity types.
package enum EntityLabel: String, Sendable, CaseIterable {
    case cardinal = "CARDINAL"
    case date = "DATE"
    case event = "EVENT"
    case facility = "FAC"
    case geopolitical = "GPE"
    case language = "LANGUAGE"
    case law = "LAW"
    case location = "LOC"
    case money = "MONEY"
    case norp = "NORP"
    case ordinal = "ORDINAL"
    case organization = "ORG"
    case percent = "PERCENT"
    case person = "PERSON"
    case product = "PRODUCT"
    case quantity = "QUANTITY"
    case time = "TIME"
    case workOfArt = "WORK_OF_ART"
}

// Small numbers for the labels, from 1 in the order of their declaration. Here, since other modules would search by calls.
extension PartOfSpeech {
    package var number: Int { position(of: self, in: PartOfSpeech.allCases) + 1 }
}

extension PennTag {
    package var number: Int { position(of: self, in: PennTag.allCases) + 1 }
}

extension Dependency {
    package var number: Int { position(of: self, in: Dependency.allCases) + 1 }
}

extension EntityLabel {
    package var number: Int { position(of: self, in: EntityLabel.allCases) + 1 }
}

/// A search beats a dictionary: labels hash as the strings they are spelt by.
@inline(__always)
private func position<Label: Equatable>(of label: Label, in labels: [Label]) -> Int {
    labels.firstIndex(of: label) ?? -1
}
