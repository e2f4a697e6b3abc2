import Testing

/// Dates and years that say all themselves.
@Suite struct DateTests {
    @Test(arguments: [
        ("on March 22 , 2013", "March 22, 2013 | DATE | 2013-03-22"),
        ("on 22 March 2013", "22 March 2013 | DATE | 2013-03-22"),
        ("on the 4th of July 1914", "the 4th of July 1914 | DATE | 1914-07-04"),
        ("on Friday , March 22 , 2013", "Friday, March 22, 2013 | DATE | 2013-03-22"),
        ("in June 1995", "June 1995 | DATE | 1995-06"),
        ("in June of 1995", "June of 1995 | DATE | 1995-06"),
        ("on Sept. 9 , 1999", "Sept. 9, 1999 | DATE | 1999-09-09"),
        ("on 2013 - 03 - 22", "2013-03-22 | DATE | 2013-03-22"),
        ("on 3/14/2013", "3/14/2013 | DATE | 2013-03-14"),
        ("on 14/3/2013", "14/3/2013 | DATE | 2013-03-14"),
        ("in 480 BC", "480 BC | DATE | BC0480"),
        ("in the 1990s", "the 1990s | DATE | 199"),
        ("in the mid-1990s", "the mid-1990s | DATE | 199 | MID"),
        ("in the 19th century", "the 19th century | DATE | 18"),
        ("in the 4th century BC", "the 4th century BC | DATE | BC03"),
        ("in the summer of 1955", "the summer of 1955 | DATE | 1955-SU"),
        ("in early 1916", "early 1916 | DATE | 1916 | START"),
        ("at the end of March 1944", "the end of March 1944 | DATE | 1944-03 | END"),
        ("in fiscal 1988", "fiscal 1988 | DATE | FY1988"),
        ("in the third/JJ quarter of 2012", "the third quarter of 2012 | DATE | 2012-Q3"),
        ("in the second/JJ half of 2008", "the second half of 2008 | DATE | 2008-H2"),
        ("after 9/11", "9/11 | DATE | 2001-09-11"),
        ("on Christmas Day 1989", "Christmas Day 1989 | DATE | 1989-12-25"),
        ("in the latter part of 1942", "the latter part of 1942 | DATE | 1942 | END"),
    ])
    func explicit(_ text: String, _ expected: String) throws { #expect(try times(text) == [expected]) }

    @Test func members() throws {
        #expect(
            try times("in May and/CC June 2012") == ["May | DATE | 2012-05", "June 2012 | DATE | 2012-06"])
        #expect(
            try times("on June 5 - 7 , 2012/CD") == ["June 5 | DATE | 2012-06-05", "7, 2012 | DATE | 2012-06-07"])
        #expect(
            try times("on 5 - 7 June 2012") == ["5 | DATE | 2012-06-05", "7 June 2012 | DATE | 2012-06-07"])
        #expect(try times("the war of 1939 - 45") == ["1939 | DATE | 1939", "45 | DATE | 1945"])
        #expect(try times("the war ( 1939–1945 )") == ["1939 | DATE | 1939", "1945 | DATE | 1945"])
    }

    @Test(arguments: [
        "2000/CD/nummod soldiers/NNS", "some 1,500 people/NNS", "Flight/NNP 1990/CD/nummod<", "$/$ 1999", "a 3 - 2 win",
        "Boeing 737",
        "0.75 percent", "an F-16 jet", "number 12", "they may/MD leave/VB*", "they march/VBP* on", "won 6 - 4 , 7 - 5",
        "1812 percent", "the second/JJ man", "1990/CD/nummod km/NN", "three quarters of them",
    ])
    func numbersThatAreNoTimes(_ text: String) throws {
        #expect(try times(text, published: "2013-03-22") == [])
    }

    @Test(arguments: [
        "the 999999999999999th millennium", "AD 999999999999999", "999999999999999 thousand centuries ago",
        "999999999999999 BC", "the past 9999999 decades", "99999 millennia later", "on February 30 , 2013",
    ])
    func numbersBeyondTheCalendar(_ text: String) throws {
        // What counts is that none of them ends the program.
        for published in ["2013-03-22", nil] { #expect(try times(text, published: published).count <= 2) }
    }

    @Test func yearsBesideCounts() throws {
        #expect(try times("the/DT/det 2008/CD/nummod elections/NNS") == ["2008 | DATE | 2008"])
    }

    @Test func yearsBeforeChristWithoutTheirEra() throws {
        let text = "In 499 BC . In 494 BC . In 492 BC . They sailed/VBD* in 490 with 600 ships/NNS ."
        #expect(
            try times(text).map { $0.split(separator: " | ").last.map(String.init) } == [
                "BC0499", "BC0494", "BC0492", "BC0490",
            ])
    }
}
