#pragma once

#include "paper/canvas.h"
#include "paper/part.h"

namespace hk::paper {

/// Paragraphs of one kind of text.
struct Paragraphs {
    QStringList texts;
    Type type = Type::Body;
    QRgb colour = ink::black;
    int mostLines = 0; ///< of each paragraph; 0: as many as it needs
    Role role = Role::Paragraph;
};

/// A heading (or none) with paragraphs below: those that have room, the last line with "…" where a page ends; parted between
/// lines. Nothing where there are no words.
class TextPart : public Part {
public:
    enum class Overflow { Elide, Continue }; ///< Continue: whole lines, the rest on the next page
    TextPart(QString heading, std::vector<Paragraphs> paragraphs, Overflow overflow = Overflow::Elide);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;
    PartPtr rest(const QSizeF& size, const Lettering& letters) const override;
    std::optional<QString> editableText() const override; ///< paragraphs on lines of their own, where they are of one kind
    PartPtr withText(const QString& text) const override;

private:
    struct Line {
        QString words;
        std::size_t kind = 0; ///< of m_paragraphs
        bool gapBefore = false;
    };
    std::vector<Line> linesAt(double width, const Lettering& letters) const;
    double headingHeight(const Lettering& letters) const;
    double heightOf(const std::vector<Line>& lines, std::size_t from, std::size_t to, const Lettering& letters) const;
    std::size_t linesIn(const std::vector<Line>& lines, double room, const Lettering& letters) const;

    QString m_heading;
    std::vector<Paragraphs> m_paragraphs;
    Overflow m_overflow;
    bool m_goesOn = false; ///< its first paragraph was begun on the page before
};

PartPtr textPart(const QString& heading, const QStringList& paragraphs, Type type = Type::Body, QRgb colour = ink::black,
                 int mostLines = 0);

/// The title of a page: on one line, or smaller on two.
class TitlePart : public Part {
public:
    explicit TitlePart(const QString& title);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;
    std::optional<QString> editableText() const override { return m_title; }
    PartPtr withText(const QString& text) const override;

private:
    TextBlock block(const QRectF& rect, const Lettering& letters) const;
    QString m_title;
};

/// Facts on one line where they fit, else the longest of them (`wrapped`, counted from 0) on lines of its own.
class FactsPart : public Part {
public:
    FactsPart(QStringList facts, int wrapped);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;

private:
    QStringList lines(double width, const Lettering& letters) const;
    QStringList m_facts;
    int m_wrapped;
};

/// Words in boxes one below another at the right, such as "Internt"; a filled one is white on black.
class MarksPart : public Part {
public:
    struct Mark {
        QString text;
        bool filled = false;
    };
    /// `role`: Artifact where they are repeated.
    explicit MarksPart(std::vector<Mark> marks, Role role = Role::Paragraph);
    double width(double room, const Lettering& letters) const override;
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;

private:
    std::vector<Mark> m_marks;
    Role m_role;
};

/// Two lines at the foot of a sheet: left and right words of each, the left ones cut where they would meet the right ones.
class FooterPart : public Part {
public:
    struct Line {
        QString left;
        QString right;
    };
    explicit FooterPart(std::vector<Line> lines);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;

private:
    std::vector<Line> m_lines;
};

/// Ruled lines to write on, under a heading.
class NotesPart : public Part {
public:
    NotesPart(QString heading, int lines);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;

private:
    QString m_heading;
    int m_lines;
};

} // namespace hk::paper
