// Files of identifiers: found in folders and the cache, fetched when allowed, verified before they count. The
// server is one of this test on the own machine, or a function; nothing here asks the real one.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "core/files.hpp"
#include "docking/fetch_structure.hpp"
#include "docking/read_structure.hpp"
#include "docking_structures/odd_structures.hpp"

namespace azoo::docking {
namespace {

namespace fs = std::filesystem;

class Fetching : public testing::Test {
 protected:
  Fetching() {
    std::string base = (fs::temp_directory_path() / "azoo_fetch_XXXXXX").string();
    folder = ::mkdtemp(base.data());
    options.cache = folder / "cache";
    options.transport = [this](const std::string& url) {
      asked.push_back(url);
      return answer;
    };
  }
  ~Fetching() override { fs::remove_all(folder); }

  std::optional<FoundStructure> find(const std::string& identifier) {
    problems = {};
    return find_structure_file(identifier, options, problems);
  }
  [[nodiscard]] std::string message() const {
    return problems.list().empty() ? "" : to_text(problems.list().front());
  }

  fs::path folder;
  FetchOptions options;
  WebAnswer answer;
  std::vector<std::string> asked;
  Problems problems;
};

std::string entry(const std::string& identifier) {
  return pack_gzip(made::replaced(made::rich_mmcif(), "_entry.id 1ABC", "_entry.id " + identifier));
}

TEST_F(Fetching, a_file_of_a_folder_is_found_under_each_of_its_names) {
  options.folders = {folder / "none", folder / "mine"};
  fs::create_directories(folder / "mine");
  for (const char* name : {"1abc.cif", "1ABC.cif.gz", "1abc.pdb", "1ABC.pdb.gz", "1abc.ent", "pdb1abc.ent",
                           "pdb1abc.ent.gz", "1ABC.mmcif"}) {
    std::ofstream(folder / "mine" / name) << "x";
    const auto found = find("1Abc");
    ASSERT_TRUE(found.has_value()) << name << ": " << message();
    EXPECT_EQ(found->file.filename(), name);
    EXPECT_FALSE(found->fetched);
    fs::remove(folder / "mine" / name);
  }
}

TEST_F(Fetching, without_a_network_the_message_names_identifier_places_and_names) {
  options.folders = {folder / "mine"};
  EXPECT_FALSE(find("5ZTY").has_value());
  for (const std::string& part :
       {std::string("5ZTY"), (folder / "mine").string(), (folder / "cache").string(), std::string("5zty.cif"),
        std::string("pdb5zty.ent"), std::string("https://files.rcsb.org/download/5ZTY.cif.gz")})
    EXPECT_NE(message().find(part), std::string::npos) << message();
  EXPECT_TRUE(asked.empty());
}

TEST_F(Fetching, what_is_no_identifier_is_never_looked_for) {
  options.allow_network = true;
  for (const char* wrong : {"", "../x", "abcd", "1ABCD", "1A/C", "12"}) {
    EXPECT_FALSE(find(wrong).has_value()) << wrong;
    EXPECT_NE(message().find("identifier"), std::string::npos);
  }
  EXPECT_TRUE(asked.empty());
}

TEST_F(Fetching, a_fetched_file_lies_in_the_cache_with_its_checksum_and_is_not_fetched_again) {
  options.allow_network = true;
  answer = {200, entry("1ABC"), ""};
  const auto fetched = find("1abc");
  ASSERT_TRUE(fetched.has_value()) << message();
  EXPECT_TRUE(fetched->fetched);
  EXPECT_EQ(asked, std::vector<std::string>{"https://files.rcsb.org/download/1ABC.cif.gz"});
  EXPECT_EQ(*read_file(fetched->file, problems), answer.body);
  EXPECT_EQ(read_file(fetched->file.string() + ".sha256", problems)->substr(0, 64), sha256(answer.body));
  EXPECT_TRUE(read_structure(fetched->file, {}, problems).has_value());
  const auto again = find("1ABC");
  ASSERT_TRUE(again.has_value());
  EXPECT_FALSE(again->fetched);
  EXPECT_EQ(again->origin, "cache");
  EXPECT_EQ(asked.size(), 1U);
}

TEST_F(Fetching, a_damaged_file_of_the_cache_is_told_or_fetched_anew) {
  options.allow_network = true;
  answer = {200, entry("1ABC"), ""};
  const auto fetched = find("1ABC");
  ASSERT_TRUE(fetched.has_value());
  std::ofstream(fetched->file, std::ios::app) << "more";
  options.allow_network = false;
  EXPECT_FALSE(find("1ABC").has_value());
  EXPECT_NE(message().find("SHA-256 differs"), std::string::npos) << message();
  options.allow_network = true;
  EXPECT_TRUE(find("1ABC").has_value());
  EXPECT_EQ(asked.size(), 2U);
}

TEST_F(Fetching, an_answer_that_is_not_the_structure_leaves_nothing_behind) {
  options.allow_network = true;
  const std::vector<std::pair<WebAnswer, std::string>> answers = {
      {{0, "", "no route"}, "no route"},
      {{404, "", ""}, "knows no such entry"},
      {{503, "", ""}, "status 503"},
      {{302, "", ""}, "status 302"},
      {{200, "<html>", ""}, "a web page"},
      {{200, entry("1ABC").substr(0, 100), ""}, "cut off"},
      {{200, entry("9XYZ"), ""}, "calls itself '9XYZ'"}};
  for (const auto& [given, words] : answers) {
    answer = given;
    EXPECT_FALSE(find("1ABC").has_value());
    EXPECT_NE(message().find(words), std::string::npos) << message();
    EXPECT_FALSE(fs::exists(folder / "cache"));
  }
}

TEST_F(Fetching, the_cache_folder_follows_the_environment) {
  const auto set = [](const char* name, const char* value) {
    value == nullptr ? ::unsetenv(name) : ::setenv(name, value, 1);
  };
  std::map<std::string, std::optional<std::string>> before;
  for (const char* name : {"AZOO_CACHE", "XDG_CACHE_HOME", "HOME"}) {
    const char* value = std::getenv(name);
    before[name] = value == nullptr ? std::nullopt : std::optional<std::string>(value);
  }
  set("HOME", "/h");
  set("XDG_CACHE_HOME", nullptr);
  set("AZOO_CACHE", nullptr);
  EXPECT_EQ(structure_cache_folder(), fs::path("/h/.cache/azoo"));
  set("XDG_CACHE_HOME", "/x");
  EXPECT_EQ(structure_cache_folder(), fs::path("/x/azoo"));
  set("AZOO_CACHE", "/own");
  EXPECT_EQ(structure_cache_folder(), fs::path("/own"));
  for (const auto& [name, value] : before) set(name.c_str(), value ? value->c_str() : nullptr);
}

// Answers one connection with the bytes given, on a port of its own.
class OneAnswer {
 public:
  explicit OneAnswer(std::string bytes) : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 1), 0);
    EXPECT_EQ(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this, bytes = std::move(bytes)] {
      const int connection = ::accept(listener_, nullptr, nullptr);
      std::array<char, 4096> request{};
      (void)!::read(connection, request.data(), request.size());
      asked_ = request.data();
      (void)!::write(connection, bytes.data(), bytes.size());
      ::close(connection);
    });
  }
  ~OneAnswer() {
    if (thread_.joinable()) thread_.join();
    ::close(listener_);
  }
  [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(port_); }
  std::string asked() {
    thread_.join();
    return asked_;
  }

 private:
  int listener_;
  int port_ = 0;
  std::string asked_;
  std::thread thread_;
};

TEST_F(Fetching, a_server_on_the_own_machine_is_asked_over_the_wire) {
  const std::string body = entry("1ABC");
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) +
                   "\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n" + body);
  options.allow_network = true;
  options.transport = {};
  options.server = server.address() + "/download/";
  const auto found = find("1ABC");
  ASSERT_TRUE(found.has_value()) << message();
  EXPECT_EQ(*read_file(found->file, problems), body);
  EXPECT_TRUE(server.asked().starts_with("GET /download/1ABC.cif.gz HTTP/1.1"));
}

TEST_F(Fetching, an_answer_that_breaks_off_and_addresses_that_are_not_https_are_refused) {
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort");
  const WebAnswer broken = https_get(server.address() + "/x");
  EXPECT_EQ(broken.status, 0);
  EXPECT_NE(broken.fault, "");
  EXPECT_EQ(https_get("http://files.rcsb.org/download/1ABC.cif.gz").fault, "only https is allowed");
  EXPECT_EQ(https_get("file:///etc/hostname").fault, "only https is allowed");
  EXPECT_NE(https_get("nothing").fault, "");
}

}  // namespace
}  // namespace azoo::docking
