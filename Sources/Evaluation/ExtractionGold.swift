import Foundation
import Ingest

/// Labelled pages as the article-extraction benchmark keeps them: `ground-truth.json` ({id: {"articleBody", "url"}})
/// and `html/ID.html.gz` beside it.
package struct ExtractionGold: Sendable {
    package struct Page: Sendable {
        package let id: String
        package let articleBody: String
        /// As stored, compressed or not.
        package let file: String
    }
    /// In the order of ids.
    package let pages: [Page]

    /// - Throws: `InputError` when the folder does not have this shape, or a page is missing.
    package init(folder: String) throws(InputError) {
        let truth = folder + "/ground-truth.json"
        var pages: [Page] = []
        for (id, value) in try ExtractionGold.articles(in: truth) {
            let name = "\(folder)/html/\(id).html"
            guard let file = [name + ".gz", name].first(where: FileManager.default.fileExists) else {
                throw InputError(file: truth, problem: "there is no page \(name).gz for one of its ids")
            }
            pages.append(Page(id: id, articleBody: value, file: file))
        }
        self.pages = pages.sorted { $0.id < $1.id }
    }

    /// Reads `{id: {"articleBody": text}}`.
    package static func articles(in file: String) throws(InputError) -> [(id: String, articleBody: String)] {
        let text = try TextFile.read(file).text
        let value: JSONValue
        do { value = try JSONParser.parse(Array(text.utf8)) } catch {
            throw InputError(file: file, problem: "is broken JSON at byte \(error.offset): \(error.problem)")
        }
        guard case .object(let members) = value else {
            throw InputError(file: file, problem: "is not {id: {\"articleBody\": text}}")
        }
        return members.map { ($0.name, $0.value["articleBody"]?.string ?? "") }
    }
}
