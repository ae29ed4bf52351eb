#include "docking/https_get.hpp"

#include <httplib.h>

namespace azoo::docking {
namespace {

constexpr std::size_t largest_body = std::size_t{256} << 20;
constexpr int connect_s = 10;
constexpr int silence_s = 30;

}  // namespace

WebAnswer https_get(const std::string& url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path = scheme == std::string::npos ? scheme : url.find('/', scheme + 3);
  if (path == std::string::npos) return {0, "", "'" + url + "' is no address"};
  const std::string host = url.substr(0, path);
  const bool own_machine = host.starts_with("http://127.0.0.1:");
  if (!host.starts_with("https://") && !own_machine) return {0, "", "only https is allowed"};
  httplib::Client client(host);
  if (!client.is_valid()) return {0, "", "'" + host + "' is no host"};
  client.set_connection_timeout(connect_s);
  client.set_read_timeout(silence_s);
  client.set_write_timeout(silence_s);
  client.set_follow_location(false);
  if (!own_machine) client.enable_server_certificate_verification(true);
  // What is packed stays packed: the file is kept as the server has it.
  client.set_decompress(false);
  WebAnswer answer;
  bool too_large = false;
  const httplib::Result result = client.Get(url.substr(path), [&](const char* data, std::size_t size) {
    too_large = answer.body.size() + size > largest_body;
    if (!too_large) answer.body.append(data, size);
    return !too_large;
  });
  if (too_large) return {0, "", "the file is larger than 256 MiB"};
  if (!result) return {0, "", httplib::to_string(result.error())};
  answer.status = result->status;
  return answer;
}

}  // namespace azoo::docking
