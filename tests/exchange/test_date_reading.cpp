#include "exchange/date_reading.h"
#include "support/catch.h"

using namespace hk::exchange;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
QString read(const char* text, DateOrder order = DateOrder::DayFirst) { return isoDateTime(u(text), order); }

} // namespace

TEST_CASE("dates are read as people and spreadsheets write them")
{
    CHECK(read("2024-05-03 21:30") == u("2024-05-03 21:30"));
    CHECK(read("03.05.2024 kl. 21.30") == u("2024-05-03 21:30"));
    CHECK(read("3/5 2024 21:30") == u("2024-05-03 21:30"));
    CHECK(read("05/03/2024 09:05:00 PM", DateOrder::MonthFirst) == u("2024-05-03 21:05:00"));
    CHECK(read("05/03/2024 12:05 am", DateOrder::MonthFirst) == u("2024-05-03 00:05"));
    CHECK(read("3 maj 2024") == u("2024-05-03"));
    CHECK(read("fredag 3 maj 2024 kl 21.30") == u("2024-05-03 21:30"));
    CHECK(read("03-OCT-24") == u("2024-10-03"));
    CHECK(read("20240503 2130") == u("2024-05-03 21:30"));
    CHECK(read("24-05-03", DateOrder::YearFirst) == u("2024-05-03"));
    CHECK(read("45415.895833") == u("2024-05-03 21:30:00"));
    CHECK(read("45415") == u("2024-05-03"));
    CHECK(read("2024-06-08 9:58:28 +02:00") == u("2024-06-08 9:58:28 +02:00"));
}

TEST_CASE("what is no date is left as it is")
{
    for (const char* text : {"", "snart", "31.02.2024", "13/13/2024", "21:30", "12", "3 foo 2024", "99999"})
        CHECK(read(text) == u(text));
}

TEST_CASE("the order of dates is told by the rows, and said to be unsure where they do not tell")
{
    const auto guess = [](std::initializer_list<const char*> texts) {
        QStringList list;
        for (const char* text : texts)
            list.append(u(text));
        return guessDateOrder(list);
    };
    CHECK(guess({"2024-05-03", "2024-05-13 21:30"}) == DateGuess{DateOrder::YearFirst, true});
    CHECK(guess({"03.05.2024", "23.05.2024"}) == DateGuess{DateOrder::DayFirst, true});
    CHECK(guess({"05/03/2024", "05/23/2024"}) == DateGuess{DateOrder::MonthFirst, true});
    CHECK(guess({"03/05/2024", "04/05/2024"}) == DateGuess{DateOrder::DayFirst, false});
    CHECK(guess({"24-05-03", "24-05-04"})->order == DateOrder::YearFirst);
    CHECK_FALSE(guess({"snart", ""}).has_value());
}
