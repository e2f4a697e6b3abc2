import Foundation
import Grounding
import Ingest
import Testing

@testable import Evaluation

@Suite struct PlacesTests {
    private func articles(_ xml: String) throws -> [PlacesArticle] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("gold-\(UUID().uuidString).xml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(xml.utf8).write(to: file)
        return try PlacesArticle.articles(in: file.path)
    }

    @Test func readsTheFormatOfLGL() throws {
        let article = try #require(
            articles(
                """
                <articles><article docid="1"><title>Rain</title><domain>example.org</domain>
                <text>Rain fell in Oxford, Miss.</text><toponyms>
                <toponym><start>13</start><end>19</end><phrase>Oxford</phrase>
                <gaztag geonameid="4440076"><name>Oxford</name><fclass>P</fclass><lat>34.36</lat><lon>-89.51</lon>
                <country>US</country></gaztag></toponym>
                <toponym><start>21</start><end>26</end><phrase>Miss.</phrase></toponym>
                </toponyms></article></articles>
                """
            ).first)
        #expect(article.toponyms.map(\.name) == ["Oxford", "Miss."])
        #expect(article.toponyms[0].point == PlacesArticle.Point(latitude: 34.36, longitude: -89.51))
        #expect(article.toponyms[0].country == "US" && article.toponyms[0].geonames == 4_440_076)
        #expect(article.toponyms.map(\.isOptional) == [false, true])
    }

    @Test func readsTheFormatOfGeoVirusWhichCountsFromOne() throws {
        let article = try #require(
            articles(
                """
                <articles><article><text>A case in Lima.</text><locations>
                <location><name>Lima</name><start>11</start><end>15</end><lat>-12</lat><lon>-77</lon></location>
                <location><name>Cuzco</name><start>1</start><end>6</end><lat>-13</lat><lon>-72</lon></location>
                </locations></article></articles>
                """
            ).first)
        #expect(article.toponyms.map(\.range) == [10..<14])
        #expect(article.misplaced == 1)
    }

    @Test func readsTheFormatOfGeoWebNewsWithoutItsOtherAnnotations() throws {
        func toponym(_ start: Int, _ end: Int, _ name: String, _ type: String, _ modifier: String = "") -> String {
            """
            <toponym><extractedName>\(name)</extractedName><type>\(type)</type><modifierType>\(modifier)</modifierType>
            <start>\(start)</start><end>\(end)</end><geonamesID/><latitude>1</latitude><longitude>2</longitude></toponym>
            """
        }
        let article = try #require(
            articles(
                """
                <articles><article file="0"><text>French troops left the Mali base</text><toponyms>
                \(toponym(0, 6, "French", "Non_Literal_Modifier", "Adjective"))
                \(toponym(7, 13, "troops", "Non_Lit_Expression"))
                \(toponym(23, 27, "Mali", "Literal_Modifier", "Noun"))
                </toponyms></article></articles>
                """
            ).first)
        #expect(article.toponyms.map(\.name) == ["French", "Mali"])
        #expect(article.toponyms.map(\.isOptional) == [true, false])
    }

    @Test func refusesOtherXML() {
        #expect(throws: InputError.self) { try articles("<rss><channel/></rss>") }
    }

    @Test func scoresSpansCountriesAndDistances() throws {
        let article = try #require(
            articles(
                """
                <articles><article><text>Lima and Cuzco and Quito</text><toponyms>
                <toponym><start>0</start><end>4</end><phrase>Lima</phrase>
                <gaztag><lat>-12.04</lat><lon>-77.03</lon></gaztag></toponym>
                <toponym><start>9</start><end>14</end><phrase>Cuzco</phrase>
                <gaztag><lat>-13.52</lat><lon>-71.97</lon></gaztag></toponym>
                <toponym><start>19</start><end>24</end><phrase>Quito</phrase></toponym>
                </toponyms></article></articles>
                """
            ).first)
        let lima = Place(name: "Lima", country: "PER", latitude: -12.04, longitude: -77.03)
        let elsewhere = Place(name: "Cuzco", country: "USA", latitude: 38.48, longitude: -86.72)
        var score = PlacesScore()
        score.add(
            [
                .init(range: 0..<4, place: lima), .init(range: 9..<14, place: elsewhere),
                .init(range: 19..<24, place: nil), .init(range: 5..<8, place: lima),
            ], gold: article, country: { _ in "PER" })
        #expect(score.gold == 2 && score.predicted == 3 && score.exact == 2)
        #expect(score.precision(score.exact) == 2 / 3.0 && score.recall(score.exact) == 1)
        #expect(score.within161 == 0.5 && score.countryAccuracy == 0.5)
        #expect(score.errors[0] == 0 && score.errors[1] > 5_000)
    }
}
