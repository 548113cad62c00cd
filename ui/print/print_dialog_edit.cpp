// Changing a page by hand, and keeping that for pages to come.

#include "report/product.h"
#include "ui/error_banner.h"
#include "ui/icons.h"
#include "ui/print/page_preview.h"
#include "ui/print/print_dialog.h"
#include "ui/print/product_panel.h"
#include "ui/widgets.h"

#include <QAction>
#include <QDir>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QUndoStack>

namespace hk::ui {
namespace {

/// All that was changed by hand before and after one change: small values.
class EditCommand : public QUndoCommand {
public:
    EditCommand(const QString& words, int kind, paper::PageEdits before, paper::PageEdits after,
                std::function<void(paper::PageEdits)> set)
        : QUndoCommand(words)
        , m_kind(kind)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_set(std::move(set))
    {}
    void undo() override { m_set(m_before); }
    void redo() override { m_set(m_after); }
    int id() const override { return m_kind; }
    /// A key held down is one step back.
    bool mergeWith(const QUndoCommand* other) override
    {
        constexpr int together = 700; // milliseconds
        const auto* next = static_cast<const EditCommand*>(other);
        if (!m_since.isValid() || m_since.restart() > together)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    int m_kind; ///< the same for steps that may be one; -1: none
    QElapsedTimer m_since = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    paper::PageEdits m_before;
    paper::PageEdits m_after;
    std::function<void(paper::PageEdits)> m_set;
};

/// What was kept with a template and changed by hand, before and after.
class KeepCommand : public QUndoCommand {
public:
    KeepCommand(const QString& words, std::function<void()> undo, std::function<void()> redo)
        : QUndoCommand(words)
        , m_undo(std::move(undo))
        , m_redo(std::move(redo))
    {}
    void undo() override { m_undo(); }
    void redo() override { m_redo(); }

private:
    std::function<void()> m_undo;
    std::function<void()> m_redo;
};

/// What holds on any paper: texts, and what is hidden.
paper::PageEdits withoutPlaces(paper::PageEdits edits)
{
    for (auto& [key, edit] : edits)
        edit.rect.reset();
    std::erase_if(edits, [](const auto& each) { return each.second.isEmpty(); });
    return edits;
}

} // namespace

/// The bar over the page: whether it is changed, and the way back.
void PrintDialog::buildEditing()
{
    m_editing->setObjectName(QStringLiteral("editPage"));
    m_editing->setText(tr("Change the page"));
    m_editing->setIcon(icon(QStringLiteral("edit")));
    m_editing->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_editing->setCheckable(true);
    m_editing->setToolTip(tr("Move, resize, hide and rewrite the frames of the page"));
    connect(m_editing, &QToolButton::toggled, this, [this](bool editing) {
        m_preview->setEditing(editing);
        if (editing)
            m_preview->setFocus();
        refresh();
    });
    QAction* back = m_undo->createUndoAction(this, tr("Undo"));
    QAction* forth = m_undo->createRedoAction(this, tr("Redo"));
    back->setShortcut(QKeySequence::Undo);
    forth->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    back->setIcon(icon(QStringLiteral("undo")));
    forth->setIcon(icon(QStringLiteral("redo")));
    addActions({back, forth});
    m_back->setObjectName(QStringLiteral("undoEdit"));
    m_back->setDefaultAction(back);
    m_forth->setDefaultAction(forth);
    m_original->setText(tr("As from the template"));
    m_original->setVisible(false);
    connect(m_original, &QToolButton::clicked, this, [this] { push(tr("As from the template"), {}); });
    m_keep->setObjectName(QStringLiteral("keepEdits"));
    m_keep->setText(tr("Keep in the template"));
    m_keep->setToolTip(
        tr("Pages to come on this paper have their frames in these places. Texts are of this page alone."));
    connect(m_keep, &QToolButton::clicked, this, &PrintDialog::keepEdits);
    m_drop->setObjectName(QStringLiteral("dropKept"));
    m_drop->setText(tr("Drop what was kept"));
    m_drop->setToolTip(tr("The frames stand where the template has them"));
    connect(m_drop, &QToolButton::clicked, this, [this] { keep(tr("Drop what was kept"), {}, m_edits); });
    connect(m_preview, &PagePreview::frameMoved, this, [this](const QString& frame, const QRectF& rect) {
        paper::FrameEdit changed = editOf(frame);
        changed.rect = rect;
        edit(tr("Move a frame"), {m_preview->sheet(), frame}, changed);
    });
    connect(m_preview, &PagePreview::frameHidden, this, [this](const QString& frame) {
        paper::FrameEdit changed = editOf(frame);
        changed.hidden = true;
        edit(tr("Hide a frame"), {m_preview->sheet(), frame}, changed);
    });
    connect(m_preview, &PagePreview::textChanged, this, [this](const QString& frame, const QString& words) {
        paper::FrameEdit changed = editOf(frame);
        changed.text = words;
        edit(tr("Change a text"), {m_preview->sheet(), frame}, changed);
    });
}

paper::FrameEdit PrintDialog::editOf(const QString& frame) const
{
    const auto found = m_edits.find({m_preview->sheet(), frame});
    return found == m_edits.end() ? paper::FrameEdit{} : found->second;
}

void PrintDialog::edit(const QString& words, const paper::FrameKey& key, const paper::FrameEdit& changed)
{
    paper::PageEdits after = m_edits;
    after[key] = changed;
    // Of one frame; hash values are only told apart from others made meanwhile.
    const bool moved = changed.rect.has_value() && changed.rect != editOf(key.frame).rect;
    push(words, std::move(after), moved ? static_cast<int>(qHash(key.frame) & 0x7fffffff) : -1);
}

void PrintDialog::push(const QString& words, paper::PageEdits after, int kind)
{
    m_undo->push(new EditCommand(words, kind, m_edits, std::move(after),
                                 [this](paper::PageEdits edits) { setEdits(std::move(edits)); }));
}

void PrintDialog::setEdits(paper::PageEdits edits)
{
    m_edits = std::move(edits);
    refresh();
}

/// Each product has its changes on each paper; texts and what is hidden go along from one paper of it to the
/// other.
void PrintDialog::takeLayout()
{
    const report::ProductOptions chosen = options();
    const QString product = report::keyOf(chosen.product);
    const Layout layout{product, report::layoutOf(chosen)};
    if (layout == m_layout)
        return;
    m_editsOf[m_layout] = m_edits;
    const paper::PageEdits along =
        layout.first == m_layout.first ? withoutPlaces(m_edits) : paper::PageEdits();
    m_edits = paper::merged(m_editsOf[layout], along);
    m_layout = layout;
    m_undo->clear();
}

/// How a page is changed, and what becomes of the changes.
QWidget* PrintDialog::buildEditBar()
{
    m_editBar = new QWidget(this);
    m_editHint = label("caption", m_editBar);
    m_editHint->setObjectName(QStringLiteral("editHint"));
    m_editHint->setWordWrap(true);
    auto* row = new QHBoxLayout(m_editBar);
    row->setContentsMargins(12, 0, 12, 4);
    row->setSpacing(12);
    row->addWidget(m_editHint, 1);
    row->addWidget(m_original);
    row->addWidget(m_keep);
    row->addWidget(m_drop);
    m_editBar->hide();
    return m_editBar;
}

void PrintDialog::setUnkept(std::shared_ptr<Unkept> unkept)
{
    m_unkept = std::move(unkept);
    if (m_unkept->of != m_input.analysis)
        return;
    m_editsOf = m_unkept->edits;
    setEdits(m_editsOf[m_layout]);
}

void PrintDialog::leaveUnkept()
{
    if (!m_unkept)
        return;
    m_editsOf[m_layout] = m_edits;
    *m_unkept = {m_input.analysis, m_editsOf};
}

/// Who writes a title into its field wants that one, not what was written on the page before.
void PrintDialog::forgetTitle()
{
    for (auto& [key, edit] : m_edits)
        if (key.frame == QLatin1String("title"))
            edit.text.reset();
    std::erase_if(m_edits, [](const auto& each) { return each.second.isEmpty(); });
    refresh();
}

/// Esc first ends the changing of the page, then closes the window.
void PrintDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_editing->isChecked())
        m_editing->setChecked(false);
    else
        QDialog::keyPressEvent(event);
}

void PrintDialog::showEditing()
{
    const Result<paper::PageChanges> kept = paper::changesOf(m_layout.first, m_pageSettings.templates);
    m_original->setVisible(!m_edits.empty());
    m_keep->setVisible(!report::lastingEdits(m_edits).empty());
    m_drop->setVisible(m_edits.empty() && kept && kept->count(m_layout.second) > 0);
    const bool isChanged = !m_edits.empty() || m_drop->isVisibleTo(m_editBar);
    const std::optional<int> crossed = isChanged ? paper::overlapping(*m_document) : std::nullopt;
    QStringList words;
    if (crossed)
        words.append(tr("Frames lie over each other on sheet %1: move one.").arg(*crossed + 1));
    if (m_editing->isChecked())
        words.append(
            tr("Click a frame: the arrows move it, Shift and arrows resize it, Enter rewrites a text, Delete "
               "hides it. Esc ends."));
    m_editHint->setText(words.join(u' '));
    m_editBar->setVisible(m_editing->isChecked() || isChanged);
}

void PrintDialog::keepEdits()
{
    PageSettings settings = m_pageSettings;
    if (settings.templates.isEmpty()) {
        settings.templates = PageSettings::usualTemplates();
        if (!QDir().mkpath(settings.templates))
            return m_banner->showError(
                Error{ErrorCode::FileNotWritable, {settings.templates, -1, {}}, {}, {}});
        setPageSettings(settings);
    }
    const Result<paper::PageChanges> kept = paper::changesOf(m_layout.first, settings.templates);
    if (!kept)
        return m_banner->showError(kept.error());
    const auto before = kept->find(m_layout.second);
    const paper::PageEdits lasting = report::lastingEdits(m_edits);
    paper::PageEdits rest;
    for (const auto& [key, edit] : m_edits) {
        const auto gone = lasting.find(key);
        paper::FrameEdit left = edit;
        if (gone != lasting.end()) {
            left.rect.reset();
            left.hidden = left.hidden && !gone->second.hidden;
        }
        if (!left.isEmpty())
            rest[key] = left;
    }
    keep(tr("Keep in the template"),
         paper::merged(before == kept->end() ? paper::PageEdits() : before->second, lasting), rest);
}

/// Keeps these changes with the template, in place of what it kept; `rest` stays of this page alone.
void PrintDialog::keep(const QString& words, const paper::PageEdits& kept, const paper::PageEdits& rest)
{
    const QString folder = m_pageSettings.templates;
    const Result<paper::PageChanges> file = paper::changesOf(m_layout.first, folder);
    if (!file)
        return m_banner->showError(file.error());
    const auto found = file->find(m_layout.second);
    const paper::PageEdits before = found == file->end() ? paper::PageEdits() : found->second;
    const auto write = [this, folder, layout = m_layout](const paper::PageEdits& changes,
                                                         const paper::PageEdits& edits) {
        const Result<void> written = paper::keepChanges(layout.first, folder, layout.second, changes);
        if (written)
            setEdits(edits);
        else
            m_banner->showError(written.error());
        return written.has_value();
    };
    const paper::PageEdits edits = m_edits;
    if (!write(kept, rest))
        return;
    m_undo->push(new KeepCommand(
        words, [write, before, edits] { write(before, edits); }, [write, kept, rest] { write(kept, rest); }));
    tell(kept.empty() ? tr("The frames stand where the template has them again.")
                      : tr("Kept: pages to come on this paper look so, too."));
}

} // namespace hk::ui
