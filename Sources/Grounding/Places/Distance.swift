import Foundation

/// Great-circle distance in kilometres between two points in degrees.
package func distance(_ latitudeA: Double, _ longitudeA: Double, _ latitudeB: Double, _ longitudeB: Double) -> Double {
    let radians = Double.pi / 180
    let sinLatitude = sin((latitudeB - latitudeA) * radians / 2)
    let sinLongitude = sin((longitudeB - longitudeA) * radians / 2)
    let h =
        sinLatitude * sinLatitude + cos(latitudeA * radians) * cos(latitudeB * radians) * sinLongitude * sinLongitude
    return 2 * 6371.0 * asin(min(1, h.squareRoot()))
}
