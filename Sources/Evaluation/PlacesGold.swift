import Ingest
import Tokens

/// An article with annotated toponyms, as LGL (also TR-News), GeoVirus and GeoWebNews have them.
package struct PlacesArticle: Sendable {
    package struct Toponym: Sendable, Equatable {
        /// Code points of the text.
        package let range: Range<Int>
        package let name: String
        /// Degrees; `nil` where the annotation has no coordinates.
        package let point: Point?
        /// ISO 3166 alpha-2, where the annotation gives it.
        package let country: String?
        package let geonames: Int?
        /// An adjective or demonym, or a toponym without coordinates: neither asked for nor held against a program.
        package let isOptional: Bool
    }

    package struct Point: Sendable, Hashable {
        package let latitude: Double
        package let longitude: Double
    }

    package let name: String
    package let text: String
    package let toponyms: [Toponym]
    /// Annotations whose name does not stand where they say; they are left out.
    package let misplaced: Int

    /// - Throws: `InputError` for a file that is none of the three formats.
    package static func articles(in path: String) throws(InputError) -> [PlacesArticle] {
        let base = path.split(separator: "/").last.map(String.init) ?? path
        let articles = try XMLFile.elements(named: "article", in: path)
        guard articles.contains(where: { $0.child("text") != nil }) else {
            throw InputError(
                file: path, problem: "has no article with a text: expected LGL, GeoVirus or GeoWebNews XML")
        }
        return articles.enumerated().map { PlacesArticle($1, name: "\(base)#\($0 + 1)") }
    }

    private init(_ article: XMLElement, name: String) {
        let text = article.children.first { $0.name == "text" }?.text ?? ""
        let scalars = Array(text.unicodeScalars)
        var toponyms: [Toponym] = []
        var misplaced = 0
        for group in article.children where ["toponyms", "locations"].contains(group.name) {
            for element in group.children {
                guard let toponym = PlacesArticle.toponym(element, in: scalars) else {
                    misplaced += 1
                    continue
                }
                if PlacesArticle.isToponym(element) { toponyms.append(toponym) }
            }
        }
        self.name = name
        self.text = text
        self.toponyms = toponyms
        self.misplaced = misplaced
    }

    /// GeoVirus counts from 1, the others from 0: the annotated name decides.
    private static func toponym(_ element: XMLElement, in scalars: [Unicode.Scalar]) -> Toponym? {
        func field(_ names: String...) -> String? {
            for name in names { if let text = element.children.first(where: { $0.name == name })?.text { return text } }
            return nil
        }
        guard let start = field("start").flatMap({ Int($0) }), let end = field("end").flatMap({ Int($0) }), start < end,
            let name = field("extractedName", "phrase", "name")
        else { return nil }
        let expected = Array(name.unicodeScalars)
        guard
            let shift = [0, -1, 1].first(where: { shift in
                let range = start + shift..<end + shift
                return range.lowerBound >= 0 && range.upperBound <= scalars.count
                    && scalars[range].elementsEqual(expected)
            })
        else { return nil }
        let gazetteer = element.child("gaztag")
        func coordinate(_ names: String...) -> Double? {
            for name in names {
                let child = (gazetteer?.children ?? element.children).first { $0.name == name }
                if let text = child?.text, let number = Double(text) { return number }
            }
            return nil
        }
        var point: Point?
        if let latitude = coordinate("lat", "latitude"), let longitude = coordinate("lon", "longitude") {
            point = Point(latitude: latitude, longitude: longitude)
        }
        let id = gazetteer?.attributes["geonameid"] ?? field("geonamesID")
        return Toponym(
            range: start + shift..<end + shift, name: name, point: point,
            country: gazetteer?.child("country")?.text, geonames: id.flatMap { Int($0) },
            isOptional: point == nil || field("modifierType") == "Adjective")
    }

    /// GeoWebNews also annotates words that are no toponyms; in the other formats everything is one.
    private static func isToponym(_ element: XMLElement) -> Bool {
        guard let type = element.child("type")?.text else { return true }
        let others = ["Non_Toponym", "Literal_Expression", "Non_Lit_Expression", "Homonym", "Language"]
        return !others.contains(type)
    }
}
