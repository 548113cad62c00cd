#pragma once

#include "paper/document.h"
#include "paper/structure.h"
#include "report/pdf_finish.h"

#include <map>

namespace hk::report {

/// Writes down the structure of a document while its sheets are painted, and numbers what is painted by marks
/// in the content. Headings take the level of what they stand below, so that none is skipped. For a painter
/// in the units of the file.
class PdfStructureRecorder : public paper::Structure {
public:
    explicit PdfStructureRecorder(const paper::Document& document);
    /// The next sheet: from the first on.
    void sheet(QPainter& painter);
    void frame(const QString& id) override;
    void begin(const paper::Element& element, QPainter& painter) override;
    void end(QPainter& painter) override;
    bool isInContent() const override;
    bool followsText() override;
    const PdfStructure& structure() const { return m_structure; }
    const std::vector<PdfLink>& links() const { return m_links; }

private:
    struct Open {
        int element = -1; ///< -1: of an artifact
        bool holdsContent = false;
        bool isInner = false; ///< in one that holds content: no element of its own
        bool isWords = false; ///< it is read by its text, not by words for a figure
        bool hasText = false; ///< any has come
    };
    int added(std::string type, const paper::Element& element = {});
    int elementOf(const paper::Element& element);
    int headingLevel(paper::Role role);
    void addLink(const paper::Element& element, int to);
    void mark(QPainter& painter, PdfMark mark);

    const paper::Document& m_document;
    PdfStructure m_structure;
    std::vector<PdfLink> m_links;
    std::vector<Open> m_open;
    std::vector<paper::Role> m_headings; ///< that what comes stands below
    QString m_flowing;                   ///< the frame, without the number of its piece
    std::map<std::pair<QString, paper::Role>, int> m_last;
};

} // namespace hk::report
