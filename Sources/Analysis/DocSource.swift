import Foundation
import Tokens

/// Where Docs come from: the language engine, or parses made before. Immutable, shared by all workers.
package protocol DocSource: Sendable {
    /// A reader with scratch space of its own; one a worker.
    func makeReader() -> any DocReader
}

package protocol DocReader {
    /// - Throws: an error that names what cannot be read; the other texts are not affected.
    func doc(of text: String) throws -> Doc
}

/// Parses made before, in the shape `demarche parse --format json` writes, found again by their text.
package struct ParsedTexts: DocSource, DocReader {
    private let docs: [String: Doc]

    /// - Throws: an error that names file and line.
    package init(jsonLines url: URL) throws {
        let data = try Data(contentsOf: url)
        var docs: [String: Doc] = [:]
        for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            do {
                let doc = try Doc(JSONDecoder().decode(DocJSON.self, from: Data(line)))
                docs[doc.text] = doc
            } catch { throw ParsedTextsError(problem: "\(url.path):\(number + 1): \(error)") }
        }
        self.docs = docs
    }

    package func makeReader() -> any DocReader { self }

    package func doc(of text: String) throws -> Doc {
        guard let doc = docs[text] else {
            throw ParsedTextsError(problem: "no parse of this text among the \(docs.count) given: \(text.prefix(60))…")
        }
        return doc
    }
}

package struct ParsedTextsError: Error, CustomStringConvertible {
    package let problem: String
    package var description: String { problem }
}
