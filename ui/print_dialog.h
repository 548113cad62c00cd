#pragma once

#include "paper/document.h"
#include "report/product.h"
#include "ui/latest_job.h"

#include <QDialog>
#include <QPointer>
#include <QRectF>
#include <functional>
#include <stop_token>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSettings;
class QSpinBox;
class QToolButton;

namespace hk::ui {

class ErrorBanner;
class FormField;
class PagePreview;

/// The scale of the three offered (1:2 000, 1:5 000, 1:10 000) that is nearest to 1:n in proportion.
double nearestPageScale(double scale);

/// The page as it will be, with what may be chosen of it: export as PDF, save as a picture, print.
class PrintDialog : public QDialog {
    Q_OBJECT
public:
    enum class Aim { Export, Print }; ///< which button Enter presses

    /// `ground` and `names` as report::pageOf() takes them; `names` also stands in for pictures that cannot be had. `viewScale` is the 1:n at which the window's map would fill the frame: the nearest scale offered is chosen. Paper,
    /// orientation, mark and folder are remembered in `settings`, which must outlive the dialog.
    PrintDialog(workspace::MapAnalysisPtr analysis, std::shared_ptr<const map::Ground> ground,
                std::shared_ptr<const map::Basemap> names, const Sweref99& centre, double viewScale, QSettings& settings, Aim aim, QWidget* parent = nullptr);

    /// What a method found, to stand on the page with its parameters; null: none. `grid` of its grids is drawn.
    void setMethod(methods::MethodResultPtr result, int grid);

    report::PageOptions options() const;
    PagePreview* preview() const { return m_preview; }
    /// Called before anything is handed over, with the path (or words, for the printer); what is asked for is made only where `done` is
    /// called without an error. Without a call of this nothing is logged.
    using Log = std::function<void(const QString& target, std::function<void(Result<void>)> done)>;
    void setLog(Log log) { m_log = std::move(log); }

    void exportTo(const QString& path);
    void savePictureTo(const QString& path);

    /// What is shown, and printed.
    const paper::Document& document() const { return m_document; }

Q_SIGNALS:
    void written(const QString& path);
    void failed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void reject() override;

private:
    void buildChoices();
    void buildButtons(Aim aim);
    QWidget* buildReceipt();
    QWidget* buildNote();
    void buildLayout(Aim aim);
    void refresh();
    void moveCentre(const QPointF& millimetres);
    void askExport();
    void askPicture();
    void askPrinter();
    void showGround();
    void showPictures(const paper::Document& document);
    void standIn(const Error& error);
    void fetchAnew();
    void showFetching();
    void cancelFetching();
    std::function<void(double)> progressReport();
    using Write = std::function<Result<void>(const paper::Document&)>;
    void logged(const QString& path, const QString& words, const Write& write);
    void workWithPage(const QString& path, const QString& words, const Write& write);
    struct Written {
        Result<void> result;
        bool withoutPictures = false; ///< it was the pictures under the page that could not be had
    };
    void work(const QString& path, const QString& words, const std::function<Written()>& task);
    void showReceipt(const QString& path);
    void setBusy(bool busy);
    void remember();
    QString suggestedPath(const QString& suffix) const;

    workspace::MapAnalysisPtr m_analysis;
    std::shared_ptr<const map::Ground> m_ground;
    std::shared_ptr<const map::Basemap> m_names;
    std::stop_source m_stopWriting;
    LatestJob<Result<paper::Document>> m_fetching; ///< the pictures under the page shown
    paper::Document m_pictured; ///< with the pictures that have come; no sheets: none have
    methods::MethodResultPtr m_method;
    int m_methodGrid = -1;
    Sweref99 m_centre;
    double m_viewScale;
    QSettings& m_settings;
    paper::Document m_document;
    Log m_log;
    bool m_busy = false;
    QPointer<QWidget> m_focusAfter;

    PagePreview* m_preview;
    QComboBox* m_paper;
    QComboBox* m_orientation;
    QComboBox* m_scale;
    QSpinBox* m_freeScale;
    QLineEdit* m_title;
    QComboBox* m_mark;
    QComboBox* m_sheet;
    FormField* m_sheetField = nullptr; ///< only where there is more than one
    QPushButton* m_export;
    QPushButton* m_picture;
    QPushButton* m_print;
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
