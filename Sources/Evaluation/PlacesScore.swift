import Foundation
import Grounding

/// Scores of toponyms as the Pragmatic Guide to Geoparsing Evaluation (Gritta et al. 2019) defines them: precision,
/// recall and F1 of the spans, and over the spans found the country, the distance, and its share within 161 km.
package struct PlacesScore: Sendable {
    package struct Predicted: Sendable {
        package let range: Range<Int>
        package let place: Place?

        package init(range: Range<Int>, place: Place?) {
            self.range = range
            self.place = place
        }
    }

    package private(set) var gold = 0
    package private(set) var predicted = 0
    package private(set) var exact = 0
    package private(set) var overlapping = 0
    /// Kilometres between gold and predicted point, of every exact match.
    package private(set) var errors: [Double] = []
    package private(set) var countries = 0
    package private(set) var rightCountries = 0

    package init() {}

    /// - Parameter country: the country (alpha-3) of a gold toponym, where it can be told.
    package mutating func add(
        _ predictions: [Predicted], gold article: PlacesArticle, country: (PlacesArticle.Toponym) -> String?
    ) {
        let wanted = article.toponyms.filter { !$0.isOptional }
        let optional = article.toponyms.filter(\.isOptional)
        gold += wanted.count
        for prediction in predictions {
            if let match = wanted.first(where: { $0.range == prediction.range }), let point = match.point {
                predicted += 1
                exact += 1
                overlapping += 1
                compare(prediction.place, match, point, country(match))
            } else if wanted.contains(where: { $0.range.overlaps(prediction.range) }) {
                predicted += 1
                overlapping += 1
            } else if !optional.contains(where: { $0.range.overlaps(prediction.range) }) {
                predicted += 1
            }
        }
    }

    private mutating func compare(
        _ place: Place?, _ match: PlacesArticle.Toponym, _ point: PlacesArticle.Point, _ country: String?
    ) {
        guard let place else {
            errors.append(.infinity)
            return
        }
        errors.append(distance(place.latitude, place.longitude, point.latitude, point.longitude))
        guard let country, let own = place.country else { return }
        countries += 1
        if own == country { rightCountries += 1 }
    }

    package static func + (a: PlacesScore, b: PlacesScore) -> PlacesScore {
        var sum = a
        sum.gold += b.gold
        sum.predicted += b.predicted
        sum.exact += b.exact
        sum.overlapping += b.overlapping
        sum.errors += b.errors
        sum.countries += b.countries
        sum.rightCountries += b.rightCountries
        return sum
    }

    // MARK: Figures

    package func precision(_ matches: Int) -> Double { ratio(matches, predicted) }

    package func recall(_ matches: Int) -> Double { ratio(matches, gold) }

    package func f1(_ matches: Int) -> Double { ratio(2 * matches, predicted + gold) }

    package var countryAccuracy: Double { ratio(rightCountries, countries) }

    package var within161: Double { ratio(errors.filter { $0 <= 161 }.count, errors.count) }

    package var medianError: Double {
        let sorted = errors.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    /// Over matches with a place.
    package var meanError: Double {
        let finite = errors.filter(\.isFinite)
        return finite.isEmpty ? 0 : finite.reduce(0, +) / Double(finite.count)
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
