#include "workspace/attachment_file.h"
#include "workspace_support.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QtEndian>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

/// Red above, blue below, wider than high.
QImage flag()
{
    QImage image(64, 32, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 16; y < 32; ++y)
        for (int x = 0; x < 64; ++x)
            image.setPixelColor(x, y, Qt::blue);
    return image;
}

QByteArray encoded(QImage image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, format, 100));
    return bytes;
}

QByteArray big16(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray big32(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// An EXIF block: turned a quarter to the right, an owner's name, and a pointer to coordinates.
QByteArray exif()
{
    const QByteArray owner("KAMERANS AGARE\0", 15);
    QByteArray tiff("MM\0*", 4);
    tiff += big32(8);                                                    // the directory follows
    tiff += big16(3);                                                    // entries
    tiff += big16(0x0112) + big16(3) + big32(1) + big16(6) + big16(0);   // orientation
    tiff += big16(0x013b) + big16(2) + big32(15) + big32(50);            // artist
    tiff += big16(0x8825) + big16(4) + big32(1) + big32(65);             // GPS
    tiff += big32(0);
    tiff += owner;
    tiff += big16(1) + big16(1) + big16(2) + big32(2) + QByteArray("N\0\0\0", 4) + big32(0);
    return QByteArray("Exif\0\0", 6) + tiff;
}

/// The block in a JPEG, with an XMP packet, an IPTC block and a comment beside it.
QByteArray spiedJpeg()
{
    QByteArray jpeg = encoded(flag(), "JPEG");
    const auto segment = [](char marker, const QByteArray& content) {
        return QByteArray(1, '\xff') + QByteArray(1, marker) + big16(static_cast<quint16>(content.size() + 2)) + content;
    };
    QByteArray spy = segment('\xe1', exif());
    spy += segment('\xe1', QByteArray("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>XMPSPAR</x:xmpmeta>", 57));
    spy += segment('\xed', QByteArray("Photoshop 3.0\0IPTCSPAR", 22));
    spy += segment('\xfe', "KOMMENTARSPAR");
    return jpeg.insert(2, spy);
}

bool tellsAnything(const QByteArray& bytes)
{
    for (const char* trace : {"Exif", "KAMERANS", "XMPSPAR", "xmpmeta", "IPTCSPAR", "Photoshop", "KOMMENTARSPAR", "tEXt", "iTXt", "eXIf", "zTXt", "iCCP", "ICC_PROFILE"})
        if (bytes.contains(trace))
            return true;
    return false;
}

QImage decoded(const QByteArray& bytes)
{
    QImage image;
    REQUIRE(image.loadFromData(bytes));
    return image;
}

} // namespace

TEST_CASE("a photo loses what it knows of place, camera and owner, and stands upright")
{
    const QByteArray photo = spiedJpeg();
    REQUIRE(tellsAnything(photo));
    const auto made = makeAttachment(photo, u("IMG_1.JPG"));
    REQUIRE(made.has_value());
    CHECK_FALSE(tellsAnything(made->content));
    CHECK(made->info.mediaType == u("image/jpeg"));
    CHECK(made->info.name == u("IMG_1.JPG"));
    const QImage image = decoded(made->content);
    CHECK(image.size() == QSize(32, 64)); // turned a quarter to the right: what was above is at the right
    CHECK(image.pixelColor(28, 32).red() > 200);
    CHECK(image.pixelColor(4, 32).blue() > 200);
}

TEST_CASE("a PNG loses its texts, and keeps its pixels and its transparency")
{
    QImage image(20, 10, QImage::Format_ARGB32);
    image.fill(QColor(10, 20, 30, 128));
    image.setText(u("Author"), u("KAMERANS AGARE"));
    image.setText(u("XML:com.adobe.xmp"), u("<x:xmpmeta/>"));
    const QByteArray png = encoded(image, "PNG");
    REQUIRE(tellsAnything(png));
    const auto made = makeAttachment(png, u("skiss.png"));
    REQUIRE(made.has_value());
    CHECK_FALSE(tellsAnything(made->content));
    CHECK(decoded(made->content).pixelColor(3, 3) == QColor(10, 20, 30, 128));
}

TEST_CASE("WebP and TIFF are cleaned too, where their readers are installed")
{
    const QList<QByteArray> known = QImageReader::supportedImageFormats();
    if (known.contains("webp")) {
        QByteArray webp = encoded(flag(), "WEBP");
        const auto made = makeAttachment(webp, u("a.webp"));
        REQUIRE(made.has_value());
        CHECK(made->info.mediaType == u("image/webp"));
        CHECK_FALSE(tellsAnything(made->content));
        CHECK(decoded(made->content).size() == QSize(64, 32));
    }
    if (known.contains("tiff")) {
        QImage image = flag();
        image.setText(u("Description"), u("KAMERANS AGARE"));
        const auto made = makeAttachment(encoded(image, "TIFF"), u("plan.tif"));
        REQUIRE(made.has_value());
        CHECK(made->info.name == u("plan.png"));
        CHECK_FALSE(tellsAnything(made->content));
        CHECK(decoded(made->content).pixelColor(3, 3) == QColor(Qt::red));
    }
}

TEST_CASE("a picture under another name is cleaned as well")
{
    const auto made = makeAttachment(spiedJpeg(), u("anteckning.txt"));
    REQUIRE(made.has_value());
    CHECK_FALSE(tellsAnything(made->content));
}

TEST_CASE("a document is taken byte for byte")
{
    const QByteArray text = "Rad\nrad\n";
    const auto made = makeAttachment(text, u("/någonstans/anteckning.txt"));
    REQUIRE(made.has_value());
    CHECK(made->content == text);
    CHECK(made->info.name == u("anteckning.txt"));
    CHECK(made->info.mediaType == u("text/plain"));
}

TEST_CASE("a spoilt picture, a program and a file too large are refused")
{
    const auto spoilt = makeAttachment(spiedJpeg().left(150), u("a.jpg")); // without any of its pixels
    REQUIRE_FALSE(spoilt.has_value());
    CHECK(spoilt.error().code == ErrorCode::FileNotReadable);
    CHECK(makeAttachment("MZ..", u("a.exe")).error().code == ErrorCode::FormatNotSupported);
    CHECK(makeAttachment("#!/bin/sh\nls\n", u("a.sh")).error().code == ErrorCode::FormatNotSupported);
    CHECK(makeAttachment({}, u("tom.txt")).error().code == ErrorCode::FileNotReadable);
    CHECK(makeAttachment(QByteArray(largestAttachment + 1, 'a'), u("stor.txt")).error().code == ErrorCode::ValueOutOfRange);
    CHECK(readAttachment(u("/finns/inte.jpg")).error().code == ErrorCode::FileNotFound);
}

TEST_CASE("what is exported overwrites nothing")
{
    const Folder folder;
    const auto made = makeAttachment("text", u("a.txt"));
    REQUIRE(made.has_value());
    const auto first = writeAttachment(*made, folder.dir.path());
    const auto second = writeAttachment(*made, folder.dir.path());
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    CHECK(*first == folder.path("a.txt"));
    CHECK(*second == folder.path("a-2.txt"));
    CHECK_FALSE(writeAttachment(*made, folder.path("finns/inte")).has_value());
}
