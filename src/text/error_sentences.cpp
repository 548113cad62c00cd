#include "core/incident_draft.h"
#include "text/sentences.h"
#include "text/translated.h"

#include <QFileInfo>
#include <algorithm>

namespace hk::text {

namespace {

/// Numbers among the arguments with the locale's grouping; other words as they are.
QString localised(const QString& argument)
{
    bool whole = false;
    const qint64 integer = argument.toLongLong(&whole);
    if (whole)
        return number(integer);
    bool real = false;
    const double value = QLocale::c().toDouble(argument, &real);
    return real ? QLocale().toString(value, 'g', 6) : argument;
}

QString argument(const Error& error, qsizetype index)
{
    return error.arguments.value(index);
}

bool isTextField(const QString& name)
{
    return name == field::description || name == field::place || name == field::organisation ||
           name == field::externalId;
}

// Fields that the sentence itself tells of.
constexpr QLatin1String agreementField("agreement"); ///< what a partner may be given
constexpr QLatin1String passphraseField("passphrase");
constexpr QLatin1String alteredField("altered"); ///< bytes that are not as they were made

QString fileSentence(const Error& error)
{
    const QString file =
        error.place.file.isEmpty() ? Tr::tr("(no name)") : QFileInfo(error.place.file).fileName();
    switch (error.code) {
    case ErrorCode::FileNotFound:
        if (argument(error, 0) == QLatin1String("replaced"))
            return Tr::tr("The file %1 has been moved away, or another was put in its place, so nothing is written. "
                          "Put it back, or open it where it is now.")
                .arg(file);
        return Tr::tr("The file %1 is not there. Check the name and the folder, or choose another file.")
            .arg(file);
    case ErrorCode::FileNotReadable:
        return Tr::tr("The file %1 cannot be read. Check that it is complete and that you may read it.")
            .arg(file);
    case ErrorCode::FileNotWritable:
        return Tr::tr("The file %1 cannot be written. Choose a folder where you may write.").arg(file);
    case ErrorCode::FileExists:
        return Tr::tr("There is already a file %1, and nothing is overwritten. Choose another name.")
            .arg(file);
    case ErrorCode::FileNotOurs:
        return Tr::tr(
                   "The file %1 is not an incident file of this program. Choose another file, or import it.")
            .arg(file);
    case ErrorCode::FileDamaged:
        if (error.place.field == alteredField)
            return Tr::tr("The file %1 is damaged or has been altered since it was made, so nothing was taken from it. "
                          "Fetch it again from where it came.")
                .arg(file);
        if (error.place.row >= 0) // an input that breaks off there, of which there are no backup copies
            return Tr::tr("The file %1 cannot be read. Check that it is complete and that you may read it.")
                .arg(file);
        return Tr::tr(
                   "The file %1 is damaged and has been left as it is. Open the latest backup copy instead.")
            .arg(file);
    case ErrorCode::FileLocked:
        if (argument(error, 0) == QLatin1String("unsaved"))
            return Tr::tr("Another program has kept the file %1 to itself for so long that the change was not saved. What you "
                          "have typed is still here; try again in a moment.")
                .arg(file);
        return Tr::tr("Another program is using the file %1. Close it there and try again.").arg(file);
    case ErrorCode::FileNewer:
        return Tr::tr("The file %1 was made by a newer version of the program and can only be read. "
                      "Update the program to make changes.")
            .arg(file);
    case ErrorCode::FileReadOnly:
        return Tr::
            tr("The file %1 is open for reading only, so nothing was changed. Save a copy and work in that.")
                .arg(file);
    default:
        return Tr::tr("The disk is full, so nothing was changed. Free some space and try again.");
    }
}

QString rangeSentence(const Error& error)
{
    const QString value = localised(argument(error, 0));
    const QString lowest = localised(argument(error, 1));
    const QString highest = localised(argument(error, 2));
    if (error.place.field == passphraseField)
        return Tr::tr("The passphrase is too short to protect anything. Take at least %1 characters, such as four words.")
            .arg(lowest);
    if (isTextField(error.place.field))
        return Tr::tr("The text has %1 characters, and %2 is the most there is room for. Shorten it.")
            .arg(value, highest);
    return Tr::tr("The value %1 is not between %2 and %3. Change it to a value within these limits.")
        .arg(value, lowest, highest);
}

QString outsideSentence(const Error& error)
{
    return Tr::tr("The position (easting %1, northing %2) lies outside Sweden. "
                  "Check the coordinate system and the order of the coordinates.")
        .arg(localised(argument(error, 0)), localised(argument(error, 1)));
}

QString personalDataSentence(const Error& error)
{
    const QString kind = argument(error, 0);
    const QString match = argument(error, 1);
    if (kind == QLatin1String("personal-number"))
        return Tr::tr("The text holds a personal identity number: %1. Take it away; incidents hold no "
                      "personal data.")
            .arg(match);
    if (kind == QLatin1String("coordination-number"))
        return Tr::tr(
                   "The text holds a coordination number: %1. Take it away; incidents hold no personal data.")
            .arg(match);
    if (kind == QLatin1String("phone"))
        return Tr::tr("The text holds a phone number: %1. Take it away; incidents hold no personal data.")
            .arg(match);
    if (kind == QLatin1String("email"))
        return Tr::tr("The text holds an e-mail address: %1. Take it away; incidents hold no personal data.")
            .arg(match);
    if (kind == QLatin1String("registration"))
        return Tr::
            tr("The text holds a vehicle registration: %1. Take it away; incidents hold no personal data.")
                .arg(match);
    if (kind == QLatin1String("bank-card"))
        return Tr::tr("The text holds the number of a bank card: %1. Take it away; incidents hold no personal data.")
            .arg(match);
    if (kind == QLatin1String("name"))
        return Tr::tr("Is %1 a person's name? Write a role instead, such as “a man” or “the shopkeeper”.").arg(match);
    return Tr::tr("The text holds personal data: %1. Take it away; incidents hold no personal data.")
        .arg(match);
}

/// The field of a map that would have been empty.
constexpr QLatin1String mapField("map");

QString valueSentence(const Error& error)
{
    const QString value = argument(error, 0);
    switch (error.code) {
    case ErrorCode::ValueMissing:
        if (error.place.field == mapField)
            return Tr::tr("There is nothing in it that the map shows. Choose another file or another area.");
        if (error.place.field == passphraseField)
            return Tr::tr("A passphrase is needed. Give the one that was agreed on.");
        return Tr::tr("A value is missing. Fill it in.");
    case ErrorCode::ValueNotUnderstood:
        if (error.place.field == field::area)
            return Tr::tr(
                "The area is not a polygon that can be used. Draw it again with at least three corners.");
        return value.isEmpty()
                   ? Tr::tr("The value cannot be understood. Check how it is written.")
                   : Tr::tr("The value “%1” cannot be understood. Check how it is written.").arg(value);
    case ErrorCode::ValueOutOfRange:
        return rangeSentence(error);
    case ErrorCode::UnknownCategory:
        return Tr::tr("There is no category “%1”. Choose one from the list.").arg(value);
    case ErrorCode::OutsideSweden:
        return outsideSentence(error);
    case ErrorCode::EndsBeforeStart:
        return Tr::tr("The end comes before the beginning. Change one of the two times.");
    case ErrorCode::TimeInFuture:
        return Tr::tr(
            "The time has not come yet. Give the time when it happened; only what is planned may lie ahead.");
    case ErrorCode::TimeDoesNotExist:
        return Tr::tr("The time %1 does not exist: the clock went from 2 to 3 that night. Give another time.")
            .arg(value);
    default:
        return personalDataSentence(error);
    }
}

QString inputSentence(const Error& error)
{
    const QString first = argument(error, 0);
    switch (error.code) {
    case ErrorCode::ColumnNotFound:
        return Tr::tr("There is no column “%1” in the file. Choose one of the columns it has.").arg(first);
    case ErrorCode::NoColumnsForPosition:
        return Tr::tr("No columns with a position were found. Say which columns hold longitude and latitude, "
                      "or easting and northing.");
    case ErrorCode::FormatNotSupported:
        return Tr::tr("The format “%1” is not supported. Choose another format.").arg(first);
    case ErrorCode::CrsNotUnderstood:
        if (first.isEmpty() && !error.place.file.isEmpty()) // a picture, or a file that should be in place on the map
            return Tr::tr("The file %1 does not say where on the map it lies. Save it with its coordinate system, "
                          "for example as GeoTIFF.")
                .arg(QFileInfo(error.place.file).fileName());
        return Tr::tr("The coordinate system “%1” is not known. Give it as an EPSG code, such as EPSG:3006.")
            .arg(first);
    case ErrorCode::NoIncidents:
        return Tr::tr(
            "There are no incidents in the selection. Choose a longer period or take away a filter.");
    case ErrorCode::StudyNotPossible:
        if (first == QLatin1String("areas-overlap"))
            return Tr::tr("Areas lie over each other, so that an incident would count in one of them alone. Choose areas that do not "
                          "overlap.");
        return first.isEmpty() ? Tr::tr("This cannot be worked out. Change what was chosen and try again.")
                               : Tr::tr("This cannot be worked out: %1. Change it and try again.")
                                     .arg(first.endsWith(QLatin1Char('.')) ? first.chopped(1) : first);
    case ErrorCode::GridTooLarge:
        return Tr::tr(
                   "The grid would have %1 cells, and %2 is the most. Choose larger cells or a smaller area.")
            .arg(localised(first), localised(argument(error, 1)));
    case ErrorCode::BandwidthTooSmall:
        return Tr::tr("The bandwidth (%1 m) is smaller than the cell (%2 m). "
                      "Choose a larger bandwidth or smaller cells.")
            .arg(localised(first), localised(argument(error, 1)));
    default:
        return Tr::tr("The coordinates could not be transformed. Check the coordinate system of the input.");
    }
}

/// Of a place that is not on the map: its name, and the names that may be meant by it.
QString placeSentence(const QStringList& names)
{
    QStringList like;
    for (const QString& name : names.mid(1))
        like.append(Tr::tr("“%1”", "one of several names").arg(name));
    if (like.isEmpty())
        return Tr::tr("“%1” is not on the map. Write the place as the map names it, or give coordinates.").arg(names.front());
    return Tr::tr("“%1” is not on the map, which has %2. Write the place as the map names it, or give coordinates.")
        .arg(names.front(), like.join(QStringLiteral(", ")));
}

QString programSentence(const Error& error)
{
    const QString first = argument(error, 0);
    switch (error.code) {
    case ErrorCode::StorageFailed:
        return Tr::tr("The file could not be read or written, so nothing was changed. "
                      "Try again; if it happens again, open the latest backup copy.");
    case ErrorCode::NotFound:
        if (error.place.field == agreementField)
            return Tr::tr("There is no valid agreement with “%1”. Write down what it may be given, or choose another "
                          "partner.")
                .arg(first);
        if (error.place.field == field::place && !first.isEmpty())
            return placeSentence(error.arguments);
        return first.isEmpty()
                   ? Tr::tr("What was asked for is not there. It may have been taken away meanwhile.")
                   : Tr::tr("“%1” was not found. Check the name; it may have been taken away meanwhile.")
                         .arg(first);
    case ErrorCode::Cancelled:
        return Tr::tr("It was cancelled, and nothing was changed. Start again when you like.");
    case ErrorCode::WrongUsage:
        return first.isEmpty() ? Tr::tr("The command was not understood. See --help.")
                               : Tr::tr("The command was not understood: %1. See --help.")
                                     .arg(first.endsWith(QLatin1Char('.')) ? first.chopped(1) : first);
    case ErrorCode::Conflict:
        return Tr::tr("Somebody else has changed this meanwhile, so nothing was saved. "
                      "Read the new version and make the change again.");
    default:
        return Tr::tr(
            "Something went wrong inside the program. Try again, and report it if it happens again.");
    }
}

QString networkSentence(const Error& error)
{
    const QString given = argument(error, 0);
    const QString host = given.isEmpty() ? Tr::tr("The server", "where its name is not known") : given;
    switch (error.code) {
    case ErrorCode::NetworkFailed:
        return Tr::tr("%1 cannot be reached. Check the network and the address, and try again.").arg(host);
    case ErrorCode::TimedOut:
        return Tr::tr("%1 takes too long to answer. Try again in a while.").arg(host);
    case ErrorCode::AccessDenied:
        if (error.place.field == passphraseField)
            return Tr::tr("That is not the passphrase of the file. Write it once more; capital letters count.");
        return Tr::tr("%1 does not let you in. Check user name and password.").arg(host);
    case ErrorCode::CertificateWrong:
        return Tr::tr("%1 cannot prove that it is the right server (wrong certificate), so nothing was sent. "
                      "Check the address, or ask those who run the server.")
            .arg(host);
    case ErrorCode::AddressNotFound:
        return Tr::tr("%1 has nothing at this address. Check the address.").arg(host);
    case ErrorCode::AnswerTooLarge: {
        const qint64 most = argument(error, 1).toLongLong();
        return most <= 0 ? Tr::tr("%1 sends more than there is room for. Ask for a smaller area.").arg(host)
                         : Tr::tr("%1 sends more than %2 MB. Ask for a smaller area.")
                               .arg(host, number(std::max<qint64>(1, most / 1'000'000)));
    }
    case ErrorCode::ServerRefused:
        return Tr::tr("%1 cannot answer now, or has had too many questions. Wait a while and try again.")
            .arg(host);
    default:
        return Tr::tr("%1 answers with something else than was asked for. Check the address.").arg(host);
    }
}

/// Which family a code belongs to; a new code makes the compiler ask for its place here.
QString sentence(const Error& error)
{
    switch (error.code) {
    case ErrorCode::FileNotFound:
    case ErrorCode::FileNotReadable:
    case ErrorCode::FileNotWritable:
    case ErrorCode::FileExists:
    case ErrorCode::FileNotOurs:
    case ErrorCode::FileDamaged:
    case ErrorCode::FileLocked:
    case ErrorCode::FileNewer:
    case ErrorCode::FileReadOnly:
    case ErrorCode::DiskFull:
        return fileSentence(error);
    case ErrorCode::ValueMissing:
    case ErrorCode::ValueNotUnderstood:
    case ErrorCode::ValueOutOfRange:
    case ErrorCode::UnknownCategory:
    case ErrorCode::OutsideSweden:
    case ErrorCode::EndsBeforeStart:
    case ErrorCode::TimeInFuture:
    case ErrorCode::TimeDoesNotExist:
    case ErrorCode::PersonalData:
        return valueSentence(error);
    case ErrorCode::ColumnNotFound:
    case ErrorCode::NoColumnsForPosition:
    case ErrorCode::FormatNotSupported:
    case ErrorCode::CrsNotUnderstood:
    case ErrorCode::NoIncidents:
    case ErrorCode::GridTooLarge:
    case ErrorCode::StudyNotPossible:
    case ErrorCode::BandwidthTooSmall:
    case ErrorCode::TransformFailed:
        return inputSentence(error);
    case ErrorCode::StorageFailed:
    case ErrorCode::NotFound:
    case ErrorCode::Cancelled:
    case ErrorCode::WrongUsage:
    case ErrorCode::Conflict:
    case ErrorCode::Internal:
        return programSentence(error);
    case ErrorCode::NetworkFailed:
    case ErrorCode::TimedOut:
    case ErrorCode::AccessDenied:
    case ErrorCode::CertificateWrong:
    case ErrorCode::AddressNotFound:
    case ErrorCode::AnswerNotUnderstood:
    case ErrorCode::AnswerTooLarge:
    case ErrorCode::ServerRefused:
        return networkSentence(error);
    }
    return programSentence(error);
}

/// "incidents.csv, row 12, Category"; the file is left out where the sentence itself names it.
QString placeWords(const Error& error)
{
    const bool namesFile = error.code >= ErrorCode::FileNotFound && error.code <= ErrorCode::FileReadOnly;
    QStringList parts;
    if (!error.place.file.isEmpty() && !namesFile)
        parts.append(QFileInfo(error.place.file).fileName());
    if (error.place.row >= 0)
        parts.append((parts.isEmpty() ? Tr::tr("Row %1") : Tr::tr("row %1", "after a file name"))
                         .arg(QString::number(error.place.row)));
    if (!error.place.field.isEmpty() && error.place.field != mapField && error.place.field != agreementField &&
        error.place.field != passphraseField && error.place.field != alteredField)
        parts.append(fieldName(error.place.field));
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString likelyDuplicate()
{
    return Tr::tr("It is likely to be here already: the same category within 100 m at the same time. "
                  "Import it with duplicates if it is another one.");
}

QString describe(const Error& error)
{
    const QString place = placeWords(error);
    return place.isEmpty() ? sentence(error)
                           : Tr::tr("%1: %2", "place of an error: what happened and what to do")
                                 .arg(place, sentence(error));
}

} // namespace hk::text
