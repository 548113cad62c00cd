#include "ui/methods/method_explanation.h"

#include "ui/caption.h"
#include "ui/widgets.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontInfo>
#include <QLocale>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QVBoxLayout>

// The resources of a static library come along only if they are named; outside all namespaces.
static void initMethodDocuments()
{
    Q_INIT_RESOURCE(methods_sv);
    Q_INIT_RESOURCE(methods_en);
}

namespace hk::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::ui::MethodExplanation)
};

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Sizes and spaces of the window instead of those of a web page.
void setType(QTextDocument& document, const QFont& font)
{
    const double body = QFontInfo(font).pixelSize();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const bool listed = block.textList() != nullptr;
        format.setTopMargin(level > 1 ? body : 0.0);
        format.setBottomMargin(level > 0 ? body * 0.4 : listed ? body * 0.25 : body * 0.6);
        format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(format);
        if (level == 0)
            continue;
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat letters;
        letters.setProperty(QTextFormat::FontSizeAdjustment, 0);
        letters.setProperty(QTextFormat::FontPixelSize, qRound(body * (level == 1 ? 1.4 : 1.1)));
        letters.setFontWeight(QFont::DemiBold);
        cursor.mergeCharFormat(letters);
    }
}

} // namespace

QString methodDocument(methods::Method method)
{
    initMethodDocuments();
    const QString name = methods::keyOf(method) + QStringLiteral(".md");
    const QString own = contentOf(QStringLiteral(":/hk/methods/") + QLocale().name().left(2) + u'/' + name);
    return own.isEmpty() ? contentOf(QStringLiteral(":/hk/methods/sv/") + name) : own;
}

QDialog* explainMethod(QWidget* parent, methods::Method method, const QStringList& parameters)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("methodExplanation"));
    dialog->setWindowTitle(Words::tr("What does this mean?"));
    auto* words = new QTextBrowser(dialog);
    words->setObjectName(QStringLiteral("explanation"));
    words->setOpenExternalLinks(true);
    words->setFrameShape(QFrame::NoFrame);
    words->setStyleSheet(QStringLiteral("QTextBrowser { background: transparent; }"));
    words->document()->setDocumentMargin(4);
    QString text = methodDocument(method);
    if (text.isEmpty())
        text = QStringLiteral("# %1\n\n%2\n").arg(methods::titleOf(method), methods::questionOf(method));
    if (!parameters.isEmpty()) {
        text += QStringLiteral("\n\n## %1\n\n").arg(Words::tr("Here worked out with"));
        for (const QString& parameter : parameters)
            text += QStringLiteral("- %1\n").arg(parameter);
    }
    words->setMarkdown(text);
    setType(*words->document(), dialog->font());
    words->moveCursor(QTextCursor::Start);
    auto* buttons = new QDialogButtonBox(dialog);
    QPushButton* close = buttons->addButton(Words::tr("Close"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(words, 1);
    column->addWidget(buttons);
    close->setFocus();
    const int letter = dialog->fontMetrics().averageCharWidth();
    dialog->resize(std::min(letter * 96, parent ? parent->width() : 800),
                   std::min(letter * 96, parent ? parent->height() - 40 : 640));
    dialog->show();
    return dialog;
}

} // namespace hk::ui
