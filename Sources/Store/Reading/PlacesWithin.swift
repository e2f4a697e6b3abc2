import Foundation
import Grounding

/// The places of the store in a circle: those in its box by the R*Tree, then by their distance.
struct PlacesWithin {
    private let circle: EventFilter.Circle

    init(_ circle: EventFilter.Circle) { self.circle = circle }

    /// Row numbers of `places`.
    func places(in database: Database) throws(StoreError) -> [Int] {
        let statement = try database.statement(
            """
            SELECT places.id, places.latitude, places.longitude FROM places_rtree
            JOIN places ON places.id = places_rtree.id
            WHERE max_latitude >= ? AND min_latitude <= ? AND max_longitude >= ? AND min_longitude <= ?
            """)
        var found: [Int] = []
        for box in boxes {
            statement.reset()
            try statement.bind([
                .real(box.latitude.lowerBound), .real(box.latitude.upperBound), .real(box.longitude.lowerBound),
                .real(box.longitude.upperBound),
            ])
            while try statement.step() {
                let far = distance(circle.latitude, circle.longitude, statement.real(1), statement.real(2))
                if far <= circle.kilometres { found.append(statement.integer(0)) }
            }
        }
        statement.reset()
        return found
    }

    private typealias Box = (latitude: ClosedRange<Double>, longitude: ClosedRange<Double>)

    /// Two where the circle crosses the date line; all longitudes where it holds a pole. A little wide: the R*Tree
    /// rounds to single precision.
    private var boxes: [Box] {
        let height = circle.kilometres / 110.5 + 0.001
        let south = max(-90, circle.latitude - height)
        let north = min(90, circle.latitude + height)
        let widest = max(abs(south), abs(north))
        guard widest < 89.9 else { return [(south...north, -180.0...180.0)] }
        let width = height / cos(widest * .pi / 180)
        guard width < 180 else { return [(south...north, -180.0...180.0)] }
        let west = circle.longitude - width
        let east = circle.longitude + width
        if west < -180 { return [(south...north, -180.0...east), (south...north, (west + 360)...180.0)] }
        if east > 180 { return [(south...north, west...180.0), (south...north, -180.0...(east - 360))] }
        return [(south...north, west...east)]
    }
}
