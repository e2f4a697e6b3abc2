import Tokens

/// A Doc written by hand, for tests that need no model.
///
/// One line a token: `text lemma tag dep head [ENTITY]`, where `head` is the number of the head's line counted from 1
/// within the sentence (0 for the root) and ENTITY is `B-GPE`, `I-GPE` …. A blank line ends a sentence. Tokens are
/// joined by single spaces, except before closing punctuation, `n't` and words beginning with an apostrophe.
package func handBuiltDoc(_ table: String) throws -> Doc {
    var text = ""
    var tokens: [Token] = []
    var sentenceStart = 0
    var startsSentence = true
    for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
        let fields = line.split(separator: " ").map(String.init)
        if fields.isEmpty {
            sentenceStart = tokens.count
            startsSentence = true
            continue
        }
        guard fields.count >= 5, let head = Int(fields[4]), let tag = PennTag(rawValue: fields[2]),
            let dep = Dependency(rawValue: fields[3])
        else { throw HandBuiltDocError(line: String(line)) }
        var entity = EntityTag.outside
        if fields.count > 5 {
            guard let label = EntityLabel(rawValue: String(fields[5].dropFirst(2))) else {
                throw HandBuiltDocError(line: String(line))
            }
            entity = fields[5].hasPrefix("B") ? .begin(label) : .inside(label)
        }
        let joins = [".", ",", ";", ":", "?", "!", ")", "n't"].contains(fields[0]) || fields[0].first == "'"
        if !text.isEmpty, !joins {
            text += " "
            if !tokens.isEmpty { tokens[tokens.count - 1].spaceAfter = true }
        }
        let start = text.utf8.count
        text += fields[0]
        tokens.append(
            Token(
                start: start, end: text.utf8.count, spaceAfter: false, lower: fields[0].lowercased(),
                lemma: fields[1], tag: tag, pos: coarse(tag, dep),
                head: head == 0 ? tokens.count : sentenceStart + head - 1,
                dep: dep, startsSentence: startsSentence, entity: entity))
        startsSentence = false
    }
    return try Doc(text: text, tokens: tokens)
}

package struct HandBuiltDocError: Error {
    package let line: String
}

private func coarse(_ tag: PennTag, _ dep: Dependency) -> PartOfSpeech {
    switch tag {
    case .nnp, .nnps: .properNoun
    case .nn, .nns: .noun
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz: dep == .aux || dep == .auxpass ? .auxiliary : .verb
    case .md: .auxiliary
    case .jj, .jjr, .jjs, .afx: .adjective
    case .rb, .rbr, .rbs, .wrb: .adverb
    case .in: dep == .mark ? .subordinatingConjunction : .adposition
    case .to, .pos: .particle
    case .rp: .adposition
    case .prp, .wp, .ex: .pronoun
    case .dt, .pdt, .wdt, .prpPossessive, .wpPossessive: .determiner
    case .cd: .number
    case .cc: .coordinatingConjunction
    case .uh: .interjection
    case .dollar, .sym: .symbol
    case .fw, .xx, .ls, .add: .other
    case .space: .space
    case .closingQuote, .comma, .leftBracket, .rightBracket, .sentenceEnd, .colon, .openingQuote, .hyph, .nfp:
        .punctuation
    case .none: .none
    }
}
