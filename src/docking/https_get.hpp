// One file over HTTPS, certificates verified against those of the system. The only place of this module that
// opens a connection; called when the user allows the network.
#pragma once

#include <functional>  // for function
#include <string>      // for string

namespace azoo::docking {

struct WebAnswer {
  int status = 0;  // of HTTP; 0: no answer
  std::string body;
  std::string fault;  // why there is no answer
};

using WebTransport = std::function<WebAnswer(const std::string& url)>;

// Limits: 10 s to connect, 30 s without a byte, 256 MiB. Redirections are not followed. Plain http only to
// the own machine (127.0.0.1), for tests.
[[nodiscard]] WebAnswer https_get(const std::string& url);

}  // namespace azoo::docking
