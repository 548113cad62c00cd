#include "report/pdf_content.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

namespace hk::report::pdf {

namespace {

constexpr double finest = 0.0024;      // millimetres between coordinates: half of it is the error
constexpr int coloursDigits = 4;       // 1/255 is 0.0039
constexpr int mostDigits = 6;
constexpr double millimetresPerPoint = 25.4 / 72.0;
constexpr double farAway = -4'000'000.0; ///< of the marks, in units of the file

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '/' || c == '%';
}

bool isNumber(std::string_view token)
{
    const char c = token.front();
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

double valueOf(std::string_view token)
{
    double value = 0.0;
    if (token.front() == '+')
        token.remove_prefix(1);
    std::from_chars(token.data(), token.data() + token.size(), value);
    return value;
}

bool oneOf(std::string_view op, std::initializer_list<std::string_view> ops)
{
    return std::find(ops.begin(), ops.end(), op) != ops.end();
}

/// Reads a content stream operator by operator.
class Shortener {
public:
    Shortener(std::string_view content, const std::vector<std::string>& marks)
        : m_content(content)
        , m_marks(marks)
    {
        m_used.assign(marks.size(), false);
        m_out.reserve(static_cast<qsizetype>(content.size()));
    }

    std::optional<ShortContent> run()
    {
        while (true) {
            while (m_at < m_content.size() && isBlank(m_content[m_at]))
                ++m_at;
            if (m_at >= m_content.size())
                break;
            if (!token())
                return {};
        }
        if (!m_operands.empty() || m_afterMark)
            return {};
        endMark();
        return ShortContent{m_out, m_missing, m_used};
    }

private:
    /// One token: an operand that waits, or an operator that is written with those before it. False: not understood.
    bool token()
    {
        const std::size_t from = m_at;
        const char c = m_content[from];
        switch (c) {
        case '%':
            return false;
        case '(':
            return literal(from);
        case '<':
            return m_content.substr(from, 2) == "<<" ? sign(from, 2) : hexadecimal(from);
        case '>':
            return m_content.substr(from, 2) == ">>" && sign(from, 2);
        case '[':
        case ']':
            return sign(from, 1);
        default:
            break;
        }
        m_at = from + 1;
        while (m_at < m_content.size() && !isBlank(m_content[m_at]) && !isDelimiter(m_content[m_at]))
            ++m_at;
        const std::string_view word = m_content.substr(from, m_at - from);
        if (c == '/' || isNumber(word) || oneOf(word, {"true", "false", "null"})) {
            m_operands.push_back(word);
            return true;
        }
        return operation(word);
    }

    bool sign(std::size_t from, std::size_t size)
    {
        m_at = from + size;
        m_operands.push_back(m_content.substr(from, size));
        return true;
    }

    bool literal(std::size_t from)
    {
        int depth = 0;
        for (m_at = from; m_at < m_content.size(); ++m_at) {
            const char c = m_content[m_at];
            if (c == '\\')
                ++m_at;
            else if (c == '(')
                ++depth;
            else if (c == ')' && --depth == 0)
                return sign(from, m_at + 1 - from);
        }
        return false;
    }

    bool hexadecimal(std::size_t from)
    {
        const std::size_t end = m_content.find('>', from);
        if (end == std::string_view::npos)
            return false;
        // Qt writes two bytes for each glyph.
        for (std::size_t i = from + 1; i + 4 <= end; i += 4)
            m_missing = m_missing || m_content.substr(i, 4) == "0000";
        return sign(from, end + 1 - from);
    }

    bool operation(std::string_view op)
    {
        if (op == "BI")
            return false;
        if (m_afterMark) { // fills the rectangle of the mark
            m_afterMark = false;
            m_operands.clear();
            return oneOf(op, {"f", "f*"});
        }
        if (op == "re" && m_operands.size() == 4 && valueOf(m_operands[1]) == farAway)
            return mark(static_cast<std::size_t>(farAway - valueOf(m_operands[0])));
        if (oneOf(op, {"BT", "m", "re", "Do", "sh"}))
            beginMarked();
        if (op == "q") {
            m_states.push_back({m_scale, m_out.size()});
        } else if (op == "Q" && !m_states.empty()) {
            const State state = m_states.back();
            m_states.pop_back();
            m_scale = state.scale;
            if (m_painted <= state.begins) { // nothing came of it
                m_out.truncate(state.begins);
                m_operands.clear();
                return true;
            }
        } else if (op == "cm") {
            if (m_operands.size() != 6)
                return false;
            const auto at = [&](std::size_t i) { return valueOf(m_operands[i]); };
            // The greater of the two stretches: what is rounded must be fine enough along both.
            m_scale *= std::max(std::hypot(at(0), at(1)), std::hypot(at(2), at(3)));
        }
        const bool path = oneOf(op, {"m", "l", "c", "v", "y", "re"});
        const bool colour = oneOf(op, {"scn", "SCN", "sc", "SC", "rg", "RG", "g", "G"});
        const int digits = path ? pathDigits() : colour ? coloursDigits : -1;
        for (const std::string_view operand : m_operands) {
            if (isNumber(operand))
                number(operand, digits);
            else
                m_out.append(operand.data(), static_cast<qsizetype>(operand.size()));
            m_out.append(' ');
        }
        m_out.append(op.data(), static_cast<qsizetype>(op.size()));
        m_out.append('\n');
        m_operands.clear();
        if (oneOf(op, {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", "\"", "Do", "sh"}))
            m_painted = m_out.size();
        return true;
    }

    bool mark(std::size_t number)
    {
        if (number >= m_marks.size())
            return false;
        m_mark = number;
        m_afterMark = true;
        m_operands.clear();
        return true;
    }

    /// Before anything is painted.
    void beginMarked()
    {
        if (m_mark == m_open)
            return;
        endMark();
        m_out.append(m_marks[*m_mark].data(), static_cast<qsizetype>(m_marks[*m_mark].size()));
        m_open = m_mark;
        m_used[*m_mark] = true;
        m_painted = m_out.size();
    }

    void endMark()
    {
        if (m_open)
            m_out.append("EMC\n");
        m_open.reset();
    }

    int pathDigits() const
    {
        const double unit = m_scale * millimetresPerPoint;
        if (!(unit > 0))
            return mostDigits;
        return std::clamp(static_cast<int>(std::ceil(std::log10(unit / finest))), 0, mostDigits);
    }

    /// `digits` decimals; all where it is negative.
    void number(std::string_view text, int digits)
    {
        const std::size_t dot = text.find('.');
        if (dot == std::string_view::npos) {
            m_out.append(text.data(), static_cast<qsizetype>(text.size()));
            return;
        }
        std::array<char, 64> room{};
        if (digits >= 0) {
            const auto end = std::to_chars(room.data(), room.data() + room.size(), valueOf(text), std::chars_format::fixed, digits);
            if (end.ec == std::errc())
                text = std::string_view(room.data(), static_cast<std::size_t>(end.ptr - room.data()));
        }
        if (text.find('.') != std::string_view::npos) {
            text = text.substr(0, text.find_last_not_of('0') + 1);
            if (text.ends_with('.'))
                text.remove_suffix(1);
        }
        if (text.empty() || text == "-0" || text == "-")
            text = "0";
        m_out.append(text.data(), static_cast<qsizetype>(text.size()));
    }

    std::string_view m_content;
    const std::vector<std::string>& m_marks;
    std::optional<std::size_t> m_mark; ///< the last one; not set: none yet
    std::optional<std::size_t> m_open; ///< whose marked content has begun
    std::vector<bool> m_used;
    bool m_afterMark = false; ///< the fill of a mark's rectangle comes
    std::size_t m_at = 0;
    std::vector<std::string_view> m_operands;
    struct State {
        double scale;
        qsizetype begins; ///< in m_out
    };
    std::vector<State> m_states;
    double m_scale = 1.0;    ///< points per unit
    qsizetype m_painted = 0; ///< end in m_out of what was painted last
    QByteArray m_out;
    bool m_missing = false;
};

} // namespace

std::optional<ShortContent> shortContent(const QByteArray& content, const std::vector<std::string>& marks)
{
    return Shortener(std::string_view(content.constData(), static_cast<std::size_t>(content.size())), marks).run();
}

void paintMark(QPainter& painter, int number)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRect(QRectF(farAway - number, farAway, 1, 1));
    painter.restore();
}

} // namespace hk::report::pdf
