#pragma once

#include "store/desk_records.h"

namespace hk::workspace {

inline constexpr qint64 largestAttachment = 25 * 1024 * 1024; // bytes, as it is stored

/// Reads a file for the incident file. A picture (JPEG, PNG, WebP, TIFF) is decoded, turned as its orientation says and
/// written anew from its pixels alone, so that nothing goes with it that it knew of place, camera or owner, nor its thumbnail
/// (TIFF becomes PNG, of the first page). Other files are taken byte for byte. Blocks: for a worker.
/// Errors: FileNotFound, FileNotReadable (a picture that cannot be decoded is not taken), ValueOutOfRange (arguments: size, 0,
/// most bytes), FormatNotSupported (a program, or a picture of another format).
Result<store::Attachment> readAttachment(const QString& path);

/// The same of bytes in memory, with the name of their file.
Result<store::Attachment> makeAttachment(const QByteArray& bytes, const QString& name);

/// Writes it into a folder under its own name, with a number where that is taken: nothing is overwritten. Returns the path.
/// FileNotWritable.
Result<QString> writeAttachment(const store::Attachment& attachment, const QString& folder);

} // namespace hk::workspace
