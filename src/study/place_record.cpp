#include "study/place_record.hpp"

#include <stdexcept>
#include <string_view>

#include "core/problem.hpp"
#include "study/payload.hpp"
#include "trial/tables.hpp"

namespace azoo::study {

std::string to_payload(const trial::TrialRecords& records) {
  std::string payload;
  put_part(payload, trial::to_csv(records.participants));
  put_part(payload, trial::to_csv(records.visits));
  put_part(payload, trial::to_csv(records.events));
  put_part(payload, trial::to_csv(records.sections));
  return payload;
}

trial::TrialRecords from_payload(const std::string& payload) {
  std::string_view rest = payload;
  trial::RecordTexts texts;
  texts.participants = {"journal participants", take_part(rest)};
  texts.visits = {"journal visits", take_part(rest)};
  texts.events = {"journal events", take_part(rest)};
  texts.sections = trial::TableText{"journal sections", take_part(rest)};
  Problems problems;
  trial::TrialRecords records = trial::parse_records(texts, nullptr, problems);
  if (problems.any())
    throw std::logic_error("a journal record with faults: " + to_text(problems.list().front()));
  return records;
}

}  // namespace azoo::study
