#include "ui/methods/method_explanation.h"

#include "ui/caption.h"
#include "ui/widgets.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QLocale>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

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

} // namespace

QString methodDocument(methods::Method method)
{
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
