import Dates
import Foundation
import Lexicon
import Tokens

/// Finds toponyms and resolves them to gazetteer entries. Immutable, shared by all workers.
package struct PlaceResolver: Sendable {
    /// Where the index of places lies in the data folder.
    package static let indexPath = "places/index/places.bin"

    package let index: PlaceIndex
    /// Whether the index holds GeoNames' towns; without it only the project's own places are known.
    package let hasTowns: Bool
    private let words: PlaceWords

    /// Maps the index made at set-up; where there is none, makes one of the project's own places in memory.
    /// - Throws: `PlaceIndexError` for a damaged index, `TableError` for a table at fault.
    package init(data: DataFolder) throws {
        let file = data.file(PlaceResolver.indexPath)
        hasTowns = FileManager.default.fileExists(atPath: file.path)
        index =
            hasTowns
            ? try PlaceIndex(mapping: file)
            : try PlaceIndex(PlaceIndexBuilder.data(tables: data.file("places"), geonames: nil), name: "own places")
        let knowledge = data.file("knowledge")
        let people = try FileManager.default.contentsOfDirectory(atPath: knowledge.path)
            .filter { $0.hasPrefix("people") && $0.hasSuffix(".tsv") }.sorted()
        words = try PlaceWords(
            Table(contentsOf: data.file("places/words.tsv")),
            people: people.map { try Table(contentsOf: knowledge.appendingPathComponent($0)) })
    }

    init(index: PlaceIndex, words: PlaceWords) {
        self.index = index
        self.words = words
        hasTowns = true
    }

    /// What the clauses of a Doc state of places, for the places found in it.
    package func clausePlaces(in doc: Doc, places: [PlaceMention]) -> ClausePlaces {
        ClausePlaces(doc: doc, places: places, words: words.attachments)
    }

    /// The words that attach a place to an act.
    /// - Throws: `TableError` for words.tsv at fault.
    package static func locativeWords(data: DataFolder) throws -> LocativeWords {
        try PlaceWords(Table(contentsOf: data.file("places/words.tsv"))).attachments
    }

    /// ISO 3166 alpha-3 codes by alpha-2.
    /// - Throws: `TableError` for countries.tsv at fault.
    package static func alpha3(data: DataFolder) throws -> [String: String] {
        let rows = try Rows(Table(contentsOf: data.file("places/countries.tsv"))).read()
        return try Dictionary(rows.map { (try $0.text("iso2"), try $0.text("country")) }) { first, _ in first }
    }

    /// Toponyms in the order of the text, one place for every use of a name.
    package func places(in doc: Doc, published: CalendarDate?) -> [PlaceMention] {
        let text = ToponymText(doc: doc, index: index, words: words)
        var finder = ToponymFinder(text)
        let toponyms = finder.toponyms()
        var chooser = PlaceChooser(text, toponyms, hints: finder.hints())
        return zip(toponyms, chooser.places()).map { toponym, id in
            PlaceMention(
                tokens: toponym.tokens, bytes: doc.byteRange(of: toponym.tokens), place: id.map(index.place))
        }
    }
}
