import Foundation
import Grounding

/// The country of a gold toponym: as annotated, or that of the town nearest to its point.
package struct PlacesCountries {
    private let index: PlaceIndex
    private var alpha3: [String: String] = [:]
    private var cells: [Cell: [PlaceIndex.Entry]] = [:]

    /// A square of one degree.
    private struct Cell: Hashable {
        let latitude: Int
        let longitude: Int
    }

    /// - Parameter alpha3: ISO 3166 alpha-3 by alpha-2.
    package init(_ index: PlaceIndex, alpha3: [String: String]) {
        self.index = index
        self.alpha3 = alpha3
        for entry in index.entries where entry.kind == .city && entry.country != nil {
            cells[PlacesCountries.cell(entry.latitude, entry.longitude), default: []].append(entry)
        }
    }

    private static func cell(_ latitude: Double, _ longitude: Double) -> Cell {
        Cell(latitude: Int(latitude.rounded(.down)), longitude: Int(longitude.rounded(.down)))
    }

    /// Alpha-3; `nil` where neither annotation nor a town within a degree tells.
    package func country(of toponym: PlacesArticle.Toponym) -> String? {
        if let code = toponym.country { return alpha3[code] }
        guard let point = toponym.point else { return nil }
        let centre = PlacesCountries.cell(point.latitude, point.longitude)
        var nearest: (kilometres: Double, country: PlaceIndex.CountryID)?
        for latitude in centre.latitude - 1...centre.latitude + 1 {
            for longitude in centre.longitude - 1...centre.longitude + 1 {
                for entry in cells[Cell(latitude: latitude, longitude: longitude)] ?? [] {
                    guard let country = entry.country else { continue }
                    let kilometres = distance(point.latitude, point.longitude, entry.latitude, entry.longitude)
                    if kilometres < nearest?.kilometres ?? .infinity { nearest = (kilometres, country) }
                }
            }
        }
        return nearest.map { index.code($0.country) }
    }
}
