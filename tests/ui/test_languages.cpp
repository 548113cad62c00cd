#include "ui/import_dialog.h"
#include "ui/incident_form.h"
#include "ui/print/page_preview.h"
#include "ui/print/print_dialog.h"
#include "ui/window_actions.h"
#include "window_support.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QXmlStreamReader>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

struct Translation {
    QString source;
    QStringList texts;
};

std::vector<Translation> readTs(const char* name)
{
    QFile file(u(HK_SOURCE_DIR "/resources/i18n/") + u(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::vector<Translation> read;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u("message"))
            read.push_back({});
        else if (xml.name() == u("source"))
            read.back().source = xml.readElementText();
        else if (xml.name() == u("numerusform"))
            read.back().texts.append(xml.readElementText());
        else if (xml.name() == u("translation")) {
            if (xml.readNext() == QXmlStreamReader::Characters && !xml.text().trimmed().isEmpty())
                read.back().texts.append(xml.text().toString());
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return read;
}

/// Every text that a window and its menus and panels show, with tool tips and accessible names.
QStringList textsOf(QWidget* root)
{
    QStringList texts{root->windowTitle()};
    QList<QWidget*> widgets = root->findChildren<QWidget*>();
    widgets.prepend(root);
    for (QWidget* widget : widgets) {
        texts << widget->toolTip() << widget->accessibleName();
        if (auto* label = qobject_cast<QLabel*>(widget))
            texts << label->text();
        else if (auto* button = qobject_cast<QAbstractButton*>(widget))
            texts << button->text();
        else if (auto* edit = qobject_cast<QLineEdit*>(widget))
            texts << edit->placeholderText();
        else if (auto* box = qobject_cast<QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                texts << box->itemText(i);
        else if (auto* menu = qobject_cast<QMenu*>(widget))
            texts << menu->title();
        else if (auto* dock = qobject_cast<QDockWidget*>(widget))
            texts << dock->windowTitle();
        for (const QAction* action : widget->actions())
            texts << action->text() << action->toolTip();
    }
    texts.removeAll(QString());
    for (QString& text : texts)
        text.remove(QLatin1Char('&'));
    return texts;
}

enum class Side { English, Swedish };

/// Whole texts of one language that are no text of the other.
QSet<QString> textsOnlyIn(Side side)
{
    QSet<QString> english;
    QSet<QString> swedish;
    for (Translation translation : readTs("handelsekartan_sv.ts")) {
        english.insert(translation.source.remove(QLatin1Char('&')));
        for (QString& text : translation.texts)
            swedish.insert(text.remove(QLatin1Char('&')));
    }
    return side == Side::English ? english - swedish : swedish - english;
}

} // namespace

TEST_CASE("In Swedish no English is left in the window", "[language]")
{
    Desk desk(u("sv"));
    desk.show();
    desk.openSample(120);
    desk.window->actions().newIncident->trigger();
    const QSet<QString> english = textsOnlyIn(Side::English);
    for (const QString& text : textsOf(desk.window.get())) {
        INFO(text);
        CHECK_FALSE(english.contains(text));
    }
    PrintDialog* dialog = desk.window->showPrint(PrintDialog::Aim::Export);
    REQUIRE(dialog != nullptr);
    for (const QString& text : textsOf(dialog)) {
        INFO(text);
        CHECK_FALSE(english.contains(text));
    }
    dialog->close();
}

TEST_CASE("The language changes at once, everywhere in the window, and back", "[language]")
{
    Desk desk(u("sv"));
    desk.show();
    desk.openSample(120);
    desk.window->actions().newIncident->trigger();
    const auto use = [&desk](const char* language) {
        Q_EMIT desk.window->actions().languageChosen(u(language));
        QApplication::processEvents();
        return textsOf(desk.window.get());
    };
    const QStringList english = use("en");
    CHECK(desk.window->windowTitle().contains(u("sample data, invented incidents")));
    CHECK(desk.window->statusText().startsWith(u("120 of 120 incidents")));
    const QSet<QString> swedishWords = textsOnlyIn(Side::Swedish);
    for (const QString& text : english) {
        INFO(text);
        CHECK_FALSE(swedishWords.contains(text));
    }
    const QStringList swedish = use("sv");
    CHECK(use("en") == english);
    CHECK(use("sv") == swedish);
}

TEST_CASE("The chosen language is there the next time", "[language]")
{
    Desk desk(u("sv"));
    Q_EMIT desk.window->actions().languageChosen(u("en"));
    CHECK(desk.settings->value(u("window/language")).toString() == u("en"));
}
