#pragma once

#include "tiles/service_layers.h"
#include "tiles/source_spec.h"
#include "ui/latest_job.h"

#include <QDialog>
#include <QImage>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hk::workspace {
class Backgrounds;
}

namespace hk::ui {

class FormField;

/// What a pasted address or path may be, the likeliest first: a template of tiles, a WMS or WMTS, a file. Empty: none of them.
std::vector<tiles::SourceSpec::Kind> kindsOf(const QString& text);

/// Background › Add background: an address or a file is tried, shown in a small picture, and added.
class BackgroundDialog : public QDialog {
    Q_OBJECT
public:
    BackgroundDialog(workspace::Backgrounds& backgrounds, QWidget* parent);

    /// What trying found.
    struct Trial {
        std::optional<Error> error = {};
        tiles::SourceSpec spec = {};
        std::vector<tiles::ServiceLayer> layers = {}; ///< of a service; the spec has none yet where this is not empty
        QImage preview = {};
        bool works = false;
        bool atHub = true; ///< the preview is of Mölndals bro; else of the middle of what the source covers
    };
    void setAddress(const QString& text);
    /// Asks for leave where a server has not been asked before, then opens the source off the window's thread.
    void tryIt();
    void add();
    QString statusText() const;

Q_SIGNALS:
    void tried(bool works);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void chooseFile();
    void showFields();
    void run();
    void showTrial(const Trial& trial);
    void setStatus(const QString& text, bool fault);
    tiles::SourceSpec wanted() const;
    bool isOfServer() const;

    workspace::Backgrounds& m_backgrounds;
    QLineEdit* m_address;
    QPushButton* m_browse;
    QComboBox* m_layer;
    QLineEdit* m_title;
    QLineEdit* m_attribution;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLabel* m_preview;
    QLabel* m_status;
    QPushButton* m_try;
    QPushButton* m_add;
    QPushButton* m_close;
    FormField* m_addressField;
    FormField* m_layerField;
    FormField* m_titleField;
    FormField* m_attributionField;
    FormField* m_userField;
    FormField* m_passwordField;
    std::vector<tiles::ServiceLayer> m_layers;
    std::optional<tiles::SourceSpec> m_working; ///< what was tried and works
    LatestJob<Trial> m_job;
    LatestJob<int> m_keeping; ///< of the password
};

} // namespace hk::ui
