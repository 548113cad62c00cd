#pragma once

namespace hk {

/// Has the C library hand memory blocks of a picture's size back to the system as soon as they are freed, instead of keeping them
/// for the thread that had them: else threads that come and go leave hundreds of megabytes behind. Called once, first thing in
/// main(). Does nothing where the C library is not glibc.
void handBackLargeBlocks();

} // namespace hk
