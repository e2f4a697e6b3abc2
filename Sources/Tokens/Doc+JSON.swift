import Foundation

/// The shape of spaCy's `Doc.to_json()`, for reading: offsets count code points.
package struct DocJSON: Decodable, Sendable {
    package struct Entity: Decodable, Sendable {
        package var start: Int
        package var end: Int
        package var label: String
    }
    package struct Sentence: Decodable, Sendable {
        package var start: Int
        package var end: Int
    }
    package struct Token: Decodable, Sendable {
        package var id: Int
        package var start: Int
        package var end: Int
        package var tag: String
        package var pos: String
        package var morph: String
        package var lemma: String
        package var dep: String
        package var head: Int
    }
    package var file: String?
    package var text: String
    package var ents: [Entity]
    package var sents: [Sentence]
    package var tokens: [Token]
}

extension Doc {
    /// - Throws: `DocJSONError` for a label outside the schemes of spaCy's English pipelines or offsets out of the text.
    package convenience init(_ json: DocJSON) throws {
        let bytes = Array(json.text.utf8)
        let offsets = CodePointOffsets(bytes)
        let sentenceStarts = Set(json.sents.map(\.start))
        var tags: [Int: (end: Int, label: EntityLabel)] = [:]
        for entity in json.ents {
            guard let label = EntityLabel(rawValue: entity.label) else { throw DocJSONError(label: entity.label) }
            tags[entity.start] = (entity.end, label)
        }
        var current: (end: Int, label: EntityLabel)?
        var tokens: [Tokens.Token] = []
        tokens.reserveCapacity(json.tokens.count)
        for token in json.tokens {
            let start = offsets.byte(ofCodePoint: token.start)
            let end = offsets.byte(ofCodePoint: token.end)
            var entity = EntityTag.outside
            if let begun = tags[token.start] {
                current = begun
                entity = .begin(begun.label)
            } else if let inside = current, token.start < inside.end {
                entity = .inside(inside.label)
            }
            guard start <= end else { throw DocError(token: token.id, problem: .offsets(start, end)) }
            tokens.append(
                Tokens.Token(
                    start: start, end: end, spaceAfter: end < bytes.count && bytes[end] == 0x20,
                    lower: String(decoding: bytes[start..<end], as: UTF8.self).lowercased(), lemma: token.lemma,
                    tag: try label(token.tag), pos: try label(token.pos), morph: token.morph, head: token.head,
                    dep: try label(token.dep), startsSentence: sentenceStarts.contains(token.start), entity: entity))
        }
        try self.init(text: json.text, tokens: tokens)
    }
}

/// A label that no scheme of the English pipelines has.
package struct DocJSONError: Error, Equatable, CustomStringConvertible {
    package let label: String
    package var description: String { "label '\(label)' is none of OntoNotes, Penn Treebank, UD or ClearNLP" }
}

private func label<Label: RawRepresentable<String>>(_ text: String) throws -> Label {
    guard let label = Label(rawValue: text) else { throw DocJSONError(label: text) }
    return label
}
