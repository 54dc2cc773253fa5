#include "gazetteer.hpp"

#include "config_error.hpp"
#include "words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <unordered_map>

namespace claimcheck {
namespace {

/// kind, code, code of the place it lies in, names.
using Row = std::array<std::string_view, 4>;

std::string read_all(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) throw ConfigError(fmt::format("{}: cannot be read", file.string()));
  std::string text(static_cast<std::size_t>(in.tellg()), '\0');
  in.seekg(0);
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

std::string_view cut(std::string_view& rest, char at) {
  std::size_t end = std::min(rest.find(at), rest.size());
  std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

template <class Take>
void for_each_row(std::string_view text, const std::filesystem::path& file, Take take) {
  for (std::size_t number = 1; !text.empty(); number++) {
    std::string_view line = cut(text, '\n');
    if (line.empty() || line[0] == '#') continue;
    Row row;
    for (std::string_view& field : row) field = cut(line, '\t');
    if (row[3].empty())
      throw ConfigError(
          fmt::format("{}:{}: a row is: kind, code, code of the place it lies in, names", file.string(), number));
    take(row, number);
  }
}

constexpr std::size_t longest_people = 4;  ///< words: "Papua New Guinean"

WordKey key_of_run(const std::vector<PlainWord>& words, std::size_t first, std::size_t count) {
  WordKey key = 0;
  for (std::size_t i = first; i < first + count; i++) key = (key ^ words[i].key) * 0x9E3779B97F4A7C15ull;
  return key;
}

bool same(std::string_view a, std::string_view b) {
  return word_key(a) == word_key(b);
}

}  // namespace

Gazetteer Gazetteer::load(const std::filesystem::path& file) {
  Gazetteer gazetteer;
  gazetteer.text_ = std::make_shared<const std::string>(read_all(file));
  auto count = [&](char c) {
    return static_cast<std::size_t>(std::count(gazetteer.text_->begin(), gazetteer.text_->end(), c));
  };
  gazetteer.places_.reserve(count('\n'));
  gazetteer.names_.reserve(count('\n') + count('|'));
  gazetteer.named_.reserve(count('\n') + count('|'));
  std::unordered_map<std::string_view, std::uint32_t> codes;
  for_each_row(*gazetteer.text_, file, [&](const Row& row, std::size_t number) {
    auto place = static_cast<std::uint32_t>(gazetteer.places_.size());
    auto parent = codes.find(row[2]);
    if (!row[2].empty() && parent == codes.end())
      throw ConfigError(fmt::format("{}:{}: no place has the code \"{}\"", file.string(), number, row[2]));
    if (!row[1].empty()) codes[row[1]] = place;
    std::string_view names = row[3];
    gazetteer.places_.push_back({names.substr(0, names.find('|')), row[2].empty() ? nowhere : parent->second});
    while (!names.empty()) {
      gazetteer.names_.push_back(cut(names, '|'));
      gazetteer.named_.push_back({word_key(gazetteer.names_.back()), place});
    }
  });
  std::sort(gazetteer.named_.begin(), gazetteer.named_.end(),
            [](const Named& a, const Named& b) { return a.key != b.key ? a.key < b.key : a.place < b.place; });
  return gazetteer;
}

void Gazetteer::add_demonyms(const std::filesystem::path& file) {
  std::string text = read_all(file);
  std::string_view rest = text;
  for (std::size_t number = 1; !rest.empty(); number++) {
    std::string_view line = cut(rest, '\n');
    if (line.empty() || line[0] == '#') continue;
    std::string_view country = line.substr(0, line.find('|'));
    auto [begin, end] = named(country);
    if (begin == end) throw ConfigError(fmt::format("{}:{}: no place \"{}\"", file.string(), number, country));
    while (!line.empty()) {
      auto words = plain_words(cut(line, '|'));
      countries_.emplace(key_of_run(words, 0, words.size()), begin->place);
    }
  }
}

std::pair<std::vector<Gazetteer::Named>::const_iterator, std::vector<Gazetteer::Named>::const_iterator>
Gazetteer::named(std::string_view place) const {
  Named wanted{word_key(place), 0};
  return std::equal_range(named_.begin(), named_.end(), wanted,
                          [](const Named& a, const Named& b) { return a.key < b.key; });
}

bool Gazetteer::knows(std::string_view place) const {
  auto [begin, end] = named(place);
  return begin != end;
}

std::string Gazetteer::canonical(std::string_view place) const {
  auto [begin, end] = named(place);
  return std::string(begin == end ? place : places_[begin->place].name);
}

Gazetteer::Places Gazetteer::places(std::string_view name) const {
  Places out;
  auto [begin, end] = named(name);
  for (auto at = begin; at != end; ++at) {
    out.at.push_back(at->place);
    for (std::uint32_t up = places_[at->place].parent; up != nowhere; up = places_[up].parent) out.around.push_back(up);
  }
  return out;
}

std::string Gazetteer::country_of(std::string_view place) const {
  auto [begin, end] = named(place);
  if (begin == end) return std::string(place);
  std::uint32_t top = begin->place;
  while (places_[top].parent != nowhere) top = places_[top].parent;
  return std::string(places_[top].name);
}

std::pair<std::string_view, std::size_t> Gazetteer::country_at(const std::vector<PlainWord>& words,
                                                               std::size_t first) const {
  for (std::size_t count = std::min(longest_people, words.size() - first); count > 0; count--)
    if (auto found = countries_.find(key_of_run(words, first, count)); found != countries_.end())
      return {places_[found->second].name, count};
  return {};
}

std::string_view Gazetteer::country_in(std::string_view phrase) const {
  auto words = plain_words(phrase);
  for (std::size_t first = 0; first < words.size(); first++)
    if (auto [country, count] = country_at(words, first); count > 0) return country;
  return {};
}

std::vector<WordKey> Gazetteer::keys_by_country(std::string_view phrase) const {
  std::vector<WordKey> keys;
  auto words = plain_words(phrase);
  for (std::size_t first = 0; first < words.size();) {
    auto [country, count] = country_at(words, first);
    keys.push_back(count > 0 ? word_key(country) : words[first].key);
    first += std::max<std::size_t>(count, 1);
  }
  return keys;
}

bool Gazetteer::contains(std::string_view outer, std::string_view inner) const {
  if (same(outer, inner)) return true;
  auto [begin, end] = named(inner);
  return std::any_of(begin, end, [&](const Named& name) { return lies_in(name.place, outer); });
}

bool Gazetteer::lies_in(std::uint32_t place, std::string_view outer) const {
  auto [begin, end] = named(outer);
  for (; place != nowhere; place = places_[place].parent)
    if (std::any_of(begin, end, [&](const Named& name) { return name.place == place; })) return true;
  return false;
}

}  // namespace claimcheck
