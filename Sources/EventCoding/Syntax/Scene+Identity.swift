import Grounding

extension Scene {
    /// Whether a token names one of the given parties, by the chains of mentions where there are any.
    func isSame(_ token: Int, as others: [Int]) -> Bool {
        if others.contains(token) { return true }
        guard let entity = actor(at: token)?.entity else { return false }
        return others.contains { other in
            guard let known = actor(at: other)?.entity else { return false }
            return known == entity || isCountryOf(entity, known) || isCountryOf(known, entity)
        }
    }

    /// Whether the first is the country that the second speaks or acts for ("Blinken pledged that the United States …").
    private func isCountryOf(_ country: Int, _ other: Int) -> Bool {
        let (first, second) = (mentions.entities[country].actors, mentions.entities[other].actors)
        guard first.count == 1, second.count == 1, first[0].sectors.isEmpty else { return false }
        return first[0].country != nil && first[0].country == second[0].country
    }
}
