#include "study/place_record.hpp"

#include <stdexcept>
#include <string_view>
#include <vector>

#include "core/number_text.hpp"
#include "core/problem.hpp"
#include "trial/tables.hpp"

namespace azoo::study {

namespace {

// "<bytes>\n<bytes>" for each part, so that parts may hold anything.
void put(std::string& payload, const std::string& part) {
  payload += std::to_string(part.size()) + "\n" + part;
}

std::string_view take(std::string_view& rest) {
  const std::size_t line = rest.find('\n');
  const auto bytes = line == std::string_view::npos ? std::nullopt : parse_integer(rest.substr(0, line));
  if (!bytes || *bytes < 0 || static_cast<std::size_t>(*bytes) > rest.size() - line - 1) {
    throw std::logic_error("a journal record that cannot be read");
  }
  const std::string_view part = rest.substr(line + 1, static_cast<std::size_t>(*bytes));
  rest.remove_prefix(line + 1 + part.size());
  return part;
}

}  // namespace

std::string to_payload(const trial::TrialRecords& records) {
  std::string payload;
  put(payload, trial::to_csv(records.participants));
  put(payload, trial::to_csv(records.visits));
  put(payload, trial::to_csv(records.events));
  put(payload, trial::to_csv(records.sections));
  return payload;
}

trial::TrialRecords from_payload(const std::string& payload) {
  std::string_view rest = payload;
  trial::RecordTexts texts;
  texts.participants = {"journal participants", take(rest)};
  texts.visits = {"journal visits", take(rest)};
  texts.events = {"journal events", take(rest)};
  texts.sections = trial::TableText{"journal sections", take(rest)};
  Problems problems;
  trial::TrialRecords records = trial::parse_records(texts, nullptr, problems);
  if (problems.any())
    throw std::logic_error("a journal record with faults: " + to_text(problems.list().front()));
  return records;
}

}  // namespace azoo::study
