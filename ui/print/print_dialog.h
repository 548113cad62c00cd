#pragma once

#include "paper/page_edits.h"
#include "report/product.h"
#include "ui/latest_job.h"
#include "ui/print/page_settings.h"
#include "ui/print/page_writer.h"

#include <QDialog>
#include <QImage>
#include <QPointer>
#include <map>
#include <memory>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSettings;
class QSpinBox;
class QTimer;
class QToolButton;
class QUndoStack;

namespace hk::ui {

class ErrorBanner;
class FormField;
class PagePreview;
class ProductPanel;
class SheetList;

/// The scale of the three offered (1:2 000, 1:5 000, 1:10 000) that is nearest to 1:n in proportion.
double nearestPageScale(double scale);

/// The pages as they will be, with what may be chosen and changed of them: export as PDF, save as a picture, print.
class PrintDialog : public QDialog {
    Q_OBJECT
public:
    /// Product, and paper as report::layoutOf names it.
    using Layout = std::pair<QString, QString>;
    /// What was changed by hand and not kept, while the window shows the same.
    struct Unkept {
        workspace::MapAnalysisPtr of;
        std::map<Layout, paper::PageEdits> edits;
    };

    enum class Aim { Export, Print }; ///< which button Enter presses

    /// `input.names` also stands in for pictures that cannot be had. `viewScale` is the 1:n at which the window's map would fill the
    /// frame: the nearest scale offered is chosen. Product, paper, orientation, mark and folder are remembered in `settings`, which
    /// must outlive the dialog.
    PrintDialog(report::ProductInput input, const Sweref99& centre, double viewScale, QSettings& settings, Aim aim,
                QWidget* parent = nullptr);
    ~PrintDialog() override;

    /// What a method found, to stand on the meeting map with its parameters; null: none. `grid` of its grids is drawn.
    void setMethod(methods::MethodResultPtr result, int grid);
    /// Goes on with what was changed before, if it was of the same analysis, and leaves there what is changed now.
    void setUnkept(std::shared_ptr<Unkept> unkept);
    void setLog(PageWriter::Log log) { m_writer->setLog(std::move(log)); }

    report::ProductOptions options() const;
    PagePreview* preview() const { return m_preview; }
    ProductPanel* products() const { return m_products; }
    /// The pages are those of the options.
    bool isMade() const { return m_shown == m_wanted; }
    /// What is shown, and printed.
    const paper::Document& document() const { return *m_document; }
    const paper::PageEdits& edits() const { return m_edits; }

    void exportTo(const QString& path);
    void savePictureTo(const QString& path);
    /// The sheet shown, as a picture in the clipboard.
    void copyPicture();
    void setPageSettings(const PageSettings& settings);

Q_SIGNALS:
    void made();
    void written(const QString& path);
    void failed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void reject() override;

private:
    void buildChoices();
    void buildButtons(Aim aim);
    void buildEditing();
    QWidget* buildReceipt();
    QWidget* buildEditBar();
    QWidget* buildNote();
    QWidget* buildPanel(Aim aim);
    void buildLayout(Aim aim);
    void connectChoices();
    void refresh();
    void make();
    void showDocument(paper::Document document);
    void moveCentre(const QPointF& millimetres);
    void edit(const QString& words, const paper::FrameKey& key, const paper::FrameEdit& edit);
    void push(const QString& words, paper::PageEdits after, int kind = -1);
    void setEdits(paper::PageEdits edits);
    paper::FrameEdit editOf(const QString& frame) const;
    void takeLayout();
    void showEditing();
    void keepEdits();
    void keep(const QString& words, const paper::PageEdits& kept, const paper::PageEdits& rest);
    void askPageSettings();
    void askExport();
    void askPicture();
    void askPrinter();
    void showGround();
    void standIn(const Error& error);
    void fetchAnew();
    void showFetching();
    void cancelWork();
    std::function<void(double)> progressReport();
    void showShare(double share);
    void handOver(const QString& path, const QString& words, const PageWriter::Write& write);
    void handedOver(const PageWriter::Outcome& outcome);
    void showReceipt(const QString& path);
    void tell(const QString& words);
    void forgetTitle();
    void leaveUnkept();
    void showBusy(bool busy);
    void goOn();
    void remember();
    QString suggestedPath(const QString& suffix) const;

    report::ProductInput m_input;
    methods::MethodResultPtr m_method;
    int m_methodGrid = -1;
    Sweref99 m_centre;
    double m_viewScale;
    QSettings& m_settings;
    PageSettings m_pageSettings;
    paper::PageEdits m_edits;                   ///< by hand, of the layout
    Layout m_layout;
    std::map<Layout, paper::PageEdits> m_editsOf; ///< of the layouts that were shown before
    std::shared_ptr<const paper::Document> m_document;
    std::shared_ptr<const paper::Document> m_pictured; ///< with the pictures that have come; null: none have
    LatestJob<Result<paper::Document>> m_making;
    LatestJob<Result<paper::Document>> m_fetching; ///< the pictures under the maps shown
    std::shared_ptr<QImage> m_copied; ///< being made for the clipboard; null: none
    std::function<void()> m_whenMade; ///< what was asked for while pages were being made
    int m_wanted = 0;
    int m_shown = 0;
    bool m_failed = false; ///< the pages asked for could not be made: those shown are others
    std::shared_ptr<Unkept> m_unkept;
    PageWriter* m_writer;
    QUndoStack* m_undo;
    QTimer* m_settle;
    QPointer<QWidget> m_focusAfter;

    ProductPanel* m_products;
    PagePreview* m_preview;
    SheetList* m_sheets;
    QComboBox* m_paper;
    QComboBox* m_orientation;
    QComboBox* m_scale;
    QSpinBox* m_freeScale;
    QLineEdit* m_title;
    QComboBox* m_mark;
    QComboBox* m_dpi;
    QCheckBox* m_archive;
    FormField* m_orientationField = nullptr;
    FormField* m_scaleField = nullptr;
    FormField* m_markField = nullptr;
    QLabel* m_hint = nullptr;
    QWidget* m_editBar = nullptr;
    QLabel* m_editHint = nullptr;
    QToolButton* m_editing;
    QToolButton* m_back;
    QToolButton* m_forth;
    QToolButton* m_original;
    QToolButton* m_keep; ///< what was changed, for pages to come
    QToolButton* m_drop; ///< what was kept so
    QPushButton* m_export;
    QPushButton* m_picture;
    QPushButton* m_print;
    QToolButton* m_copy;
    QToolButton* m_pageButton;
    QPushButton* m_close;
    QProgressBar* m_progress;
    QLabel* m_working;
    QPushButton* m_cancel;
    QWidget* m_note; ///< why the built-in map is under the page
    QLabel* m_noteWords;
    ErrorBanner* m_banner;
    QWidget* m_receipt;
    QLabel* m_receiptWords;
    QToolButton* m_receiptOpen;
    QString m_receiptPath;
};

} // namespace hk::ui
