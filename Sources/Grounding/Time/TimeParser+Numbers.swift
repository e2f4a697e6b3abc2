import Tokens

/// Numbers, and what bounds them.
extension TimeParser {
    /// "three", "27", "2.5", "twenty-two", "two hundred", "two and a half", "half a", "a", "several", "a couple of".
    func amount(_ start: Int) -> (amount: TimeAmount, end: Int)? {
        switch word(start) {
        case .open: return (.open, start + 1)
        case .another: return amount(start + 1) ?? (.exact(1), start + 1)
        case .a:
            switch word(start + 1) {
            case .open: return (.open, start + 2)
            case .couple: return (.open, skipping(.of, at: start + 2))
            case .half: return (.exact(0.5), skipping(.hyphen, at: start + 2))
            case .scale(let scale): return (.exact(Double(scale)), start + 2)
            case .cardinal(12): return (.exact(12), start + 2)
            default: return (.exact(1), start + 1)
            }
        case .couple: return (.open, skipping(.of, at: start + 1))
        case .half where word(start + 1) == .a: return (.exact(0.5), start + 2)
        case .half where word(start + 1) == .hyphen: return (.exact(0.5), start + 2)
        default:
            guard let (number, end) = number(start) else { return nil }
            if let half = andAHalf(end) { return (.exact(number + 0.5), half) }
            return (.exact(number), end)
        }
    }

    /// A number without its unit.
    func number(_ start: Int) -> (value: Double, end: Int)? {
        switch word(start) {
        case .digits(let value, _):
            if case .scale(let scale) = word(start + 1) { return (Double(value * scale), start + 2) }
            return (Double(value), start + 1)
        case .decimal(let value): return (value, start + 1)
        case .cardinal(let value):
            var total = value
            var end = start + 1
            if value >= 20, value % 10 == 0 {
                let next = skipping(.hyphen, at: end)
                if case .cardinal(let ones) = word(next), (1...9).contains(ones) {
                    total += ones
                    end = next + 1
                }
            }
            if case .scale(let scale) = word(end) {
                total *= scale
                end += 1
                let next = skipping(.and, at: end)
                if case .cardinal = word(next), let (rest, restEnd) = number(next), rest < Double(scale) {
                    return (Double(total) + rest, restEnd)
                }
            }
            return (Double(total), end)
        default: return nil
        }
    }

    /// "and a half", "-and-a-half".
    func andAHalf(_ start: Int) -> Int? {
        let and = skipping(.hyphen, at: start)
        guard word(and) == .and else { return nil }
        let article = skipping(.hyphen, at: and + 1)
        guard word(article) == .a else { return nil }
        let half = skipping(.hyphen, at: article + 1)
        return word(half) == .half ? half + 1 : nil
    }

    /// "about", "more than", "at least", "no more than", with the TIMEX3 `mod` each stands for.
    func bound(_ start: Int) -> (modifier: TimeModifier, end: Int)? {
        switch word(start) {
        case .bound(.approx): return (.approx, start + 1)
        case .open where token(start)?.lower == "some":
            guard let (_, end) = number(start + 1), end > start + 1 else { return nil }
            return (.approx, start + 1)
        case .bound(.less): return (.lessThan, start + 1)
        case .bound(.more): return isPreposition(start) ? nil : (.moreThan, start + 1)
        case .comparative(let side) where word(start + 1) == .than:
            return (side == .more ? .moreThan : .lessThan, start + 2)
        case .no:
            if case .comparative(let side) = word(start + 1), word(start + 2) == .than {
                return (side == .more ? .equalOrLess : .equalOrMore, start + 3)
            }
            return nil
        case .at where word(start + 1) == .least: return (.equalOrMore, start + 2)
        case .at where word(start + 1) == .most: return (.equalOrLess, start + 2)
        case .up where word(start + 1) == .to: return (.equalOrLess, start + 2)
        default: return nil
        }
    }

    /// "over two years" counts them unless "over" governs them: "over two years, prices fell".
    private func isPreposition(_ position: Int) -> Bool {
        guard let token = token(position) else { return false }
        let before = atoms.indices.contains(position - 1) ? doc.tokens[atoms[position - 1].token].pos : .none
        if before == .adposition { return false }
        return token.dep == .prep || token.dep == .prt
    }

    /// A unit in the singular or plural.
    func unit(_ position: Int) -> (unit: TimeUnit, plural: Bool)? {
        switch word(position) {
        case .unit(let unit): (unit, false)
        case .units(let unit): (unit, true)
        default: nil
        }
    }
}
