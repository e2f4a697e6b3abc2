import Dates
import Foundation
import Grounding
import Lexicon
import Tokens

/// A Doc from words with tags, enough of a parse for the rules of time.
///
/// Words are separated by spaces, each `word`, `word/TAG` or `word/TAG/dep`. Without a tag one is guessed: CD for
/// digits, NNP for capitals inside a sentence, IN and DT for the commonest words, NNS for a final s, NN otherwise. A
/// `*` after the tag marks the sentence's verb, which governs all other words of the sentence, except that `nummod`,
/// `compound`, `amod` and `det` hang on the word after them and `nummod<` on the one before. `.` ends a sentence; other marks join the word before.
func taggedDoc(_ words: String) throws -> Doc {
    struct Word {
        var text: String
        var tag: PennTag
        var dep: Dependency?
        var hangsOnPrevious: Bool
        var isVerb: Bool
        var sentence: Int
    }
    var list: [Word] = []
    var sentence = 0
    for piece in words.split(separator: " ").map(String.init) {
        // "9/11" and "/" have slashes of their own.
        var fields = piece.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if let last = fields.last, fields.count > 1, !last.contains(where: \.isLetter), ![".", ",", "$"].contains(last)
        {
            fields = [piece]
        }
        var tagName = fields.count > 1 ? fields[1] : ""
        let isVerb = tagName.hasSuffix("*")
        if isVerb { tagName.removeLast() }
        let isFirst = list.last.map { $0.sentence != sentence } ?? true
        list.append(
            Word(
                text: fields[0],
                tag: PennTag(rawValue: tagName).flatMap { $0 == .none ? nil : $0 }
                    ?? guessedTag(fields[0], isFirst: isFirst),
                dep: fields.count > 2 ? Dependency(rawValue: fields[2].filter { $0 != "<" }) : nil,
                hangsOnPrevious: piece.hasSuffix("<"), isVerb: isVerb, sentence: sentence))
        if fields[0] == "." { sentence += 1 }
    }
    var text = ""
    var tokens: [Token] = []
    for (index, word) in list.enumerated() {
        let joins =
            [".", ",", "'s", ")", "%"].contains(word.text) || index == 0
            || ["-", "(", "'"].contains(list[index - 1].text) || word.text == "-"
        if !joins {
            text += " "
            tokens[tokens.count - 1].spaceAfter = true
        }
        let start = text.utf8.count
        text += word.text
        let verb = list.indices.first { list[$0].sentence == word.sentence && list[$0].isVerb }
        let hangsOnNext =
            !word.hangsOnPrevious && [.nummod, .compound, .amod, .det].contains(word.dep) && index + 1 < list.count
        let head =
            word.isVerb ? index : word.hangsOnPrevious ? index - 1 : hangsOnNext ? index + 1 : verb ?? index
        tokens.append(
            Token(
                start: start, end: text.utf8.count, spaceAfter: false, lower: word.text.lowercased(),
                lemma: word.text.lowercased(), tag: word.tag, pos: partOfSpeech(word.tag), head: head,
                dep: word.dep ?? (head == index ? .root : word.tag == .md ? .aux : .dep),
                startsSentence: index == 0 || list[index - 1].sentence != word.sentence))
    }
    return try Doc(text: text, tokens: tokens)
}

private func guessedTag(_ word: String, isFirst: Bool) -> PennTag {
    if word == "." { return .sentenceEnd }
    if word == "," { return .comma }
    if word == "-" { return .hyph }
    if word == "(" { return .leftBracket }
    if word == ")" { return .rightBracket }
    if word == "'s" { return .pos }
    if let first = word.utf8.first, (0x30...0x39).contains(first) { return .cd }
    let lower = word.lowercased()
    if ["the", "a", "an", "this", "that", "these", "each", "every"].contains(lower) { return .dt }
    if ["in", "on", "at", "of", "by", "for", "since", "until", "from", "over", "after", "before", "to"].contains(lower)
    {
        return .in
    }
    if ["last", "next", "past", "early", "late", "previous", "recent", "second", "fiscal", "full"].contains(lower) {
        return .jj
    }
    if ["ago", "later", "earlier", "now", "currently", "recently", "daily"].contains(lower) { return .rb }
    if word.first?.isUppercase == true, !isFirst || isCalendarName(lower) { return .nnp }
    return lower.hasSuffix("s") ? .nns : .nn
}

private func isCalendarName(_ lower: String) -> Bool {
    lower.hasSuffix("day") || ["january", "march", "may", "june", "july", "december"].contains(lower)
}

private func partOfSpeech(_ tag: PennTag) -> PartOfSpeech {
    switch tag {
    case .nnp, .nnps: .properNoun
    case .nn, .nns: .noun
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz: .verb
    case .md: .auxiliary
    case .jj: .adjective
    case .rb: .adverb
    case .in: .adposition
    case .dt: .determiner
    case .cd: .number
    case .cc: .coordinatingConjunction
    default: .punctuation
    }
}

/// The project's data folder, found from this file.
let projectData = DataFolder(
    url: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data"))

/// The expressions of a tagged text, each as `text TYPE value [MOD]`.
func times(_ words: String, published: String? = nil) throws -> [String] {
    let doc = try taggedDoc(words)
    let tagger = try TimeTagger(data: projectData)
    return tagger.expressions(in: doc, published: published.flatMap { CalendarDate($0) }).map { expression in
        [doc.text(bytes: expression.bytes), expression.kind.rawValue, expression.value, expression.modifier]
            .compactMap { $0 }.joined(separator: " | ")
    }
}
