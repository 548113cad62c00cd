#pragma once

#include "paper/document.h"
#include "ui/latest_job.h"

#include <QImage>
#include <QListWidget>
#include <memory>

namespace hk::ui {

/// The sheets of a document one below another, each as a small picture with its number; the pictures come one after another from
/// a worker.
class SheetList : public QListWidget {
    Q_OBJECT
public:
    explicit SheetList(QWidget* parent = nullptr);
    void setDocument(const std::shared_ptr<const paper::Document>& document);

Q_SIGNALS:
    void sheetChosen(int sheet);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void paintNext();
    int nextWithoutPicture() const;

    std::shared_ptr<const paper::Document> m_document;
    LatestJob<QImage> m_job;
};

} // namespace hk::ui
