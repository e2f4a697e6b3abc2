import Grounding
import Tokens

/// A statement as every output writes it: offsets count code points of the report's text; what is not known is null.
package struct StatementRecord: Encodable, Sendable, Equatable {
    package struct Span: Encodable, Sendable, Equatable {
        package var text: String
        package var start: Int
        package var end: Int
    }

    /// A speaker or addressee, with the actor it is resolved to.
    package struct Party: Encodable, Sendable, Equatable {
        package var text: String
        package var start: Int
        package var end: Int
        package var name: String?
        package var country: String?

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(text, forKey: .text)
            try container.encode(start, forKey: .start)
            try container.encode(end, forKey: .end)
            try container.encode(name, forKey: .name)
            try container.encode(country, forKey: .country)
        }

        enum CodingKeys: CodingKey { case text, start, end, name, country }
    }

    package var file: String
    /// Position among the file's statements, counted from 0.
    package var index: Int
    package var speaker: Party?
    package var cue: Span?
    package var content: [Span]
    package var kind: String
    package var addressee: Party?
    /// `index` of the statement whose content holds this one.
    package var parent: Int?

    /// The records of one report, in the order of `statements`.
    package static func records(
        of statements: [Statement], in doc: Doc, mentions: Mentions, file: String
    ) -> [StatementRecord] {
        let offsets = doc.codePoints
        func span(_ bytes: ByteSpan) -> Span {
            let range = offsets.range(ofBytes: bytes)
            return Span(text: doc.text(bytes: bytes), start: range.lowerBound, end: range.upperBound)
        }
        func party(_ bytes: ByteSpan?, _ entity: Int?) -> Party? {
            guard let bytes else { return nil }
            let place = span(bytes)
            let actors = entity.map { mentions.entities[$0].actors } ?? []
            // Several actors speaking together have no name or country of their own unless they share it.
            let names = Set(actors.map(\.name))
            let countries = Set(actors.map(\.country))
            return Party(
                text: place.text, start: place.start, end: place.end,
                name: names.count == 1 ? actors.first?.name : nil,
                country: countries.count == 1 ? actors.first?.country : nil)
        }
        return statements.enumerated().map { index, statement in
            StatementRecord(
                file: file, index: index, speaker: party(statement.speaker, statement.speakerEntity),
                cue: statement.cue.map(span), content: statement.content.map(span), kind: statement.kind.rawValue,
                addressee: party(statement.addressee, statement.addresseeEntity), parent: statement.parent)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(file, forKey: .file)
        try container.encode(index, forKey: .index)
        try container.encode(speaker, forKey: .speaker)
        try container.encode(cue, forKey: .cue)
        try container.encode(content, forKey: .content)
        try container.encode(kind, forKey: .kind)
        try container.encode(addressee, forKey: .addressee)
        try container.encode(parent, forKey: .parent)
    }

    enum CodingKeys: CodingKey { case file, index, speaker, cue, content, kind, addressee, parent }
}
