// The state of a sheet as one pass of bytes: a header that says whose state it is, the clocks, the arrays,
// the blocks. For the same build on the same kind of processor.
#include <array>
#include <cstring>
#include <istream>
#include <ostream>
#include <stdexcept>
#include <type_traits>

#include "testis/sheet.hpp"

namespace azoo::testis {

namespace {

constexpr std::array<char, 8> magic = {'a', 'z', 'o', 'o', 's', 'h', 't', '2'};

class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}
  template <class T>
  void value(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    out_.write(reinterpret_cast<const char*>(&value), sizeof value);
  }
  template <class T>
  void array(const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    value(static_cast<std::uint64_t>(values.size()));
    out_.write(reinterpret_cast<const char*>(values.data()),
               static_cast<std::streamsize>(values.size() * sizeof(T)));
  }

 private:
  std::ostream& out_;
};

[[noreturn]] void foreign() {
  throw std::runtime_error("the checkpoint is cut off, or it is not the state of this sheet");
}

class Reader {
 public:
  explicit Reader(std::istream& in) : in_(in) {}
  template <class T>
  void value(T& value) {
    if (!in_.read(reinterpret_cast<char*>(&value), sizeof value)) foreign();
  }
  template <class T>
  void expect(const T& wanted) {
    T found{};
    value(found);
    if (std::memcmp(&found, &wanted, sizeof wanted) != 0) foreign();
  }
  // Arrays of the sites keep their length; lists of syncytia do not, but stay within a bound.
  template <class T>
  void array(std::vector<T>& values, std::uint64_t most) {
    std::uint64_t size = 0;
    value(size);
    if (size > most) foreign();
    values.resize(size);
    if (!in_.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(size * sizeof(T))))
      foreign();
  }
  template <class T>
  void array(std::vector<T>& values) {
    const std::size_t size = values.size();
    array(values, size);
    if (values.size() != size) foreign();
  }

 private:
  std::istream& in_;
};

}  // namespace

void Sheet::save(std::ostream& out) const {
  Writer to(out);
  to.value(magic);
  to.value(static_cast<std::uint64_t>(phase_.size()));
  to.value(static_cast<std::uint64_t>(blocks_.size()));
  to.value(start_stream_.key());
  to.value(ticks_);
  to.value(injuries_);
  to.value(survival_factors_);
  for (const Segment& segment : segments_) to.value(segment.conditions);
  to.array(phase_);
  to.array(wave_of_row_);
  for (const auto* bytes : {&a_pale_, &newcomers_, &a_dark_, &inbox_}) to.array(*bytes);
  to.array(entry_);
  for (std::size_t k = 0; k < cohort_slots; ++k) {
    to.array(cohorts_[k]);
  }
  if (field_) field_->save(out);
  for (const Block& block : blocks_) {
    to.value(block.cells);
    to.value(block.stem);
    to.value(block.step);
    to.value(block.since_settle);
    to.value(block.stem_lost);
    to.value(block.saturated);
    to.value(block.overrun);
    to.array(block.syncytia);
    for (const auto& waiting : block.arrivals) to.array(waiting);
  }
  if (!out.flush()) throw std::runtime_error("the checkpoint could not be written");
}

void Sheet::load(std::istream& in) {
  Reader from(in);
  from.expect(magic);
  from.expect(static_cast<std::uint64_t>(phase_.size()));
  from.expect(static_cast<std::uint64_t>(blocks_.size()));
  from.expect(start_stream_.key());
  from.value(ticks_);
  now_ = static_cast<Tick>(ticks_);
  from.value(injuries_);
  from.value(survival_factors_);
  for (Segment& segment : segments_) {
    SegmentConditions conditions;
    from.value(conditions);
    set_conditions(segment, conditions);
  }
  from.array(phase_);
  from.array(wave_of_row_);
  for (auto* bytes : {&a_pale_, &newcomers_, &a_dark_, &inbox_}) from.array(*bytes);
  from.array(entry_);
  forget_pulses(0, pulse_.size());
  for (std::size_t k = 0; k < cohort_slots; ++k) {
    from.array(cohorts_[k]);
  }
  if (field_) field_->load(in);
  for (Block& block : blocks_) {
    from.value(block.cells);
    from.value(block.stem);
    from.value(block.step);
    from.value(block.since_settle);
    from.value(block.stem_lost);
    from.value(block.saturated);
    from.value(block.overrun);
    const std::uint64_t most = 256ULL * block.sites;
    from.array(block.syncytia, most);
    for (auto& waiting : block.arrivals) from.array(waiting, most);
  }
}

}  // namespace azoo::testis
