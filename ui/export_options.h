#pragma once

#include "workspace/export_job.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSettings;
class QSpinBox;
class QToolButton;

namespace hk::ui {

class FormField;

/// The choices of an export: to whom, by what, in which format; for a package also from whom and under which passphrase.
class ExportOptions : public QWidget {
    Q_OBJECT
public:
    /// What is chosen is remembered in `settings`, which must outlive the panel; never a passphrase.
    ExportOptions(std::shared_ptr<const map::Basemap> streets, CategoryList categories, QString agreementsPath,
                  QSettings& settings, QWidget* parent = nullptr);

    /// Nothing where something is still to be chosen: see `missing`.
    std::optional<workspace::ExportRequest> request() const;
    /// What is still to be chosen, in words.
    QString missing() const;
    QString suffix() const;
    bool isPackage() const;
    QString sender() const;
    /// Of a package that is to be sealed; empty: it is not.
    QString passphrase() const;
    /// Why the package cannot be made yet; empty: it can.
    QString packageFault() const;
    void remember();
    void editAgreements();
    /// Says by `failed` where the agreements cannot be read.
    void tellFault();

Q_SIGNALS:
    void changed(); ///< the content is another
    void packageChanged();
    void failed(const hk::Error& error);

private:
    void build();
    void restore();
    void readAgreements();
    void readAreas(const QString& path);
    void chooseAreas();
    void update();
    void tellPassphraseFault(bool whileTyping);
    ExportProfile profile() const;
    std::optional<PartnerAgreement> agreement() const; ///< valid today

    std::shared_ptr<const map::Basemap> m_streets;
    CategoryList m_categories;
    QString m_agreementsPath;
    QSettings& m_settings;
    std::vector<PartnerAgreement> m_agreements;
    std::optional<Error> m_fault; ///< of reading them
    std::shared_ptr<const ZoneSet> m_areas;
    QComboBox* m_profile;
    QLabel* m_profileWords;
    QComboBox* m_partner;
    FormField* m_partnerField;
    QToolButton* m_edit;
    QComboBox* m_ground;
    FormField* m_groundField;
    QSpinBox* m_cell;
    FormField* m_cellField;
    QToolButton* m_areaFile;
    QComboBox* m_format;
    QLineEdit* m_sender;
    FormField* m_senderField;
    QCheckBox* m_seal;
    QLineEdit* m_passphrase;
    FormField* m_passphraseField;
    QLineEdit* m_again;
    FormField* m_againField;
};

} // namespace hk::ui
