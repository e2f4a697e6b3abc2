import Testing

@testable import Store

struct DifferenceTests {
    private func changes(_ fixture: StoreFixture) throws -> (changes: [EventChange], RunDifference.Summary) {
        var difference = try Store(reading: fixture.path).difference(from: 1, to: 2)
        var changes: [EventChange] = []
        while let change = try difference.next() { changes.append(change) }
        return (changes, difference.summary)
    }

    @Test func tellsWhatIsAddedRemovedAndChanged() throws {
        let fixture = try StoreFixture()
        let equal = try CodedReport.meeting(ending: "said")
        let silent = try CodedReport.meeting(type: nil, ending: "wrote")
        let spoken = try CodedReport.meeting(ending: "wrote")
        try fixture.code([equal, silent, .meeting(ending: "added"), .meeting(ending: "noted")], program: "1")
        try fixture.code(
            [equal, spoken, .meeting(type: .support, ending: "added"), .meeting(day: "2024-02-29", ending: "noted")],
            program: "2")
        let (changes, summary) = try changes(fixture)
        #expect(changes.count == 3)
        guard case .added(let added) = changes[0], case .changed(_, _, let kind) = changes[1],
            case .changed(_, _, let day) = changes[2]
        else {
            Issue.record("\(changes)")
            return
        }
        #expect(added.origin.id == spoken.id)
        #expect(kind == [EventField.Change(field: .event, from: "CONSULT", to: "SUPPORT")])
        #expect(day == [EventField.Change(field: .date, from: "2024-03-01", to: "2024-02-29")])
        #expect(summary.reports == 4)
        #expect(summary.changedReports == 3)
        #expect((summary.equal, summary.added, summary.removed, summary.changed) == (1, 1, 0, 2))
    }

    @Test func countsReportsThatOneRunLacks() throws {
        let fixture = try StoreFixture()
        try fixture.code([.meeting(ending: "said"), .meeting(ending: "wrote")], program: "1")
        try fixture.code(
            [.meeting(ending: "wrote"), .meeting(ending: "added"), .meeting(ending: "noted")], program: "2")
        let (changes, summary) = try changes(fixture)
        #expect(changes.isEmpty)
        #expect((summary.reports, summary.onlyInFirst, summary.onlyInSecond) == (1, 1, 2))
    }

    @Test func refusesARunThatIsNotThere() throws {
        let fixture = try StoreFixture()
        try fixture.code([.meeting()])
        #expect(throws: StoreError.self) { _ = try changes(fixture) }
    }
}
