#include "report/protocol_pdf.h"

#include "paper/document.h"
#include "paper/file_writer.h"
#include "paper/lettering.h"
#include "workspace/disposal_words.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace hk::report {

namespace {

constexpr int resolution = 1200;   // per inch
constexpr double smallSize = 9.0;  // points
constexpr double titleSize = 18.0; // points

/// Writes a protocol into a text document from top to bottom.
class Writer {
public:
    explicit Writer(QTextDocument& document)
        : m_cursor(&document)
    {}

    void write(const workspace::Protocol& protocol)
    {
        QTextCharFormat title;
        title.setFontPointSize(titleSize);
        title.setFontWeight(QFont::DemiBold);
        m_cursor.insertText(protocol.title, title);
        QList<QStringList> facts;
        for (const auto& [name, value] : protocol.facts)
            facts.append({name, value});
        table({}, facts, false);
        for (const workspace::Protocol::Table& one : protocol.tables) {
            heading(one.heading);
            table(one.columns, one.rows, true);
        }
        for (const QString& remark : protocol.remarks) {
            QTextBlockFormat apart;
            apart.setTopMargin(smallSize);
            m_cursor.movePosition(QTextCursor::End);
            m_cursor.insertBlock(apart, {});
            m_cursor.insertText(remark);
        }
    }

private:
    void heading(const QString& words)
    {
        QTextBlockFormat apart;
        apart.setTopMargin(2 * smallSize);
        apart.setBottomMargin(0.5 * smallSize);
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        m_cursor.movePosition(QTextCursor::End);
        m_cursor.insertBlock(apart, strong);
        m_cursor.insertText(words);
    }

    void table(const QStringList& columns, const QList<QStringList>& rows, bool numbersLast)
    {
        if (rows.isEmpty())
            return;
        const auto width = static_cast<int>(rows.front().size());
        const int head = columns.isEmpty() ? 0 : 1;
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(0.3 * smallSize);
        format.setCellSpacing(0);
        format.setTopMargin(head == 0 ? smallSize : 0);
        format.setHeaderRowCount(head); // repeated on each page
        if (numbersLast)
            format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        m_cursor.movePosition(QTextCursor::End);
        QTextTable* made = m_cursor.insertTable(static_cast<int>(rows.size()) + head, width, format);
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        for (int column = 0; column < width; ++column) {
            if (head > 0)
                cell(*made, 0, column, columns.value(column), strong, numbersLast && column == width - 1);
            for (int row = 0; row < rows.size(); ++row)
                cell(*made, row + head, column, rows[row].value(column), {}, numbersLast && column == width - 1);
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    static void cell(QTextTable& table, int row, int column, const QString& words, const QTextCharFormat& format, bool right)
    {
        QTextCursor cursor = table.cellAt(row, column).firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(right ? Qt::AlignRight : Qt::AlignLeft);
        cursor.setBlockFormat(block);
        cursor.insertText(words, format);
    }

    QTextCursor m_cursor;
};

} // namespace

QByteArray protocolPdf(const workspace::Protocol& protocol)
{
    QFont font = paper::Lettering(1.0).font(paper::Type::Body);
    font.setPointSizeF(smallSize);
    QTextDocument document;
    document.setDefaultFont(font);
    document.setDocumentMargin(0);
    Writer(document).write(protocol);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF()); // printing a document leaves two centimetres, and numbers its pages
        writer.setTitle(protocol.title);
        writer.setCreator(paper::programName());
        document.print(&writer);
    }
    return buffer.data();
}

Result<void> writeProtocol(const workspace::Protocol& protocol, const QString& path)
{
    return paper::writeWhole(path, protocolPdf(protocol));
}

} // namespace hk::report
