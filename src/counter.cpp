#include "counter.hpp"

#include "display_width.hpp"
#include "words.hpp"

#include <algorithm>
#include <array>

namespace claimcheck {
namespace {

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 2> indefinite = {"a", "an"};
constexpr std::array<std::string_view, 8> definite = {"the", "its", "his", "her", "their", "our", "this", "that"};

/// Kinds whose counters are common nouns where they are one word: "Police said" is police, "Hamas said" is Hamas.
constexpr std::array<std::string_view, 7> common_kinds = {"police", "hospital", "witness", "official",
                                                          "rescue", "source",   "expert"};
constexpr std::array<std::string_view, 3> losing_events = {"killed", "injured", "destroyed"};

/// The word before a place in the text, if only a space stands between.
std::string word_before(std::string_view text, std::uint32_t place) {
  std::size_t end = place;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) end--;
  std::size_t begin = end;
  auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  while (begin > 0 && is_letter(text[begin - 1])) begin--;
  auto words = words_of(text.substr(begin, end - begin));
  return end == place || words.empty() ? "" : words.front();
}

std::string article_of(std::string_view before) {
  if (is_among(indefinite, before)) return std::string(before) + " ";
  return is_among(definite, before) ? "the " : "";
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// A common noun that begins its sentence is not written with a capital inside another.
std::string without_capital(std::string name, const Claim& claim) {
  bool begins = claim.attribution->span.begin == claim.sentence.begin;
  bool one_word = name.find(' ') == name.npos, acronym = name.size() > 1 && is_capital(name[1]);
  if (begins && one_word && !acronym && is_capital(name[0]) && is_among(common_kinds, claim.attribution->kind))
    name[0] = static_cast<char>(lower_case(static_cast<unsigned char>(name[0])));
  return name;
}

/// The country of a side: of "the French army" and of "Paris"; empty if it has none.
std::string country_of_side(std::string_view side, const Gazetteer& gazetteer) {
  std::string country(gazetteer.country_in(side));
  return country.empty() && gazetteer.knows(side) ? gazetteer.country_of(side) : country;
}

/// "government" and "government forces" share a word, "rebel" and "rebels" begin alike.
bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  constexpr std::size_t stem = 4;
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& other) {
      bool long_enough = word.size() >= stem && other.size() >= stem;
      return word == other || (long_enough && word.substr(0, stem) == other.substr(0, stem));
    });
  });
}

/// "Turkey" counts Turkish soldiers as its own, "Niger" not Nigerian ones.
bool is_own_side(const std::string& counter, const std::string& side, const Gazetteer& gazetteer) {
  std::string country = country_of_side(counter, gazetteer), other = country_of_side(side, gazetteer);
  if (!country.empty() && !other.empty()) return country == other;
  return share_a_word(words_of(counter), words_of(side));
}

bool belongs_to_a_side(std::string_view group, const Taxonomy& taxonomy) {
  constexpr std::array<std::string_view, 7> arms = {"combatant", "attacker",  "tank", "aircraft",
                                                    "vehicle",   "equipment", "post"};
  return std::any_of(arms.begin(), arms.end(), [&](std::string_view arm) { return taxonomy.is_a(group, arm); });
}

}  // namespace

std::vector<std::string> counter_name(const Attribution& attribution) {
  auto words = words_of(attribution.name);
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return words;
}

std::string counter_words(const Claim& claim) {
  std::string name = claim.attribution ? one_line(claim.attribution->name) : "";
  return name.empty() ? name : without_capital(name, claim);
}

std::string spoken_counter(const Claim& claim, const Document& document) {
  std::string name = counter_words(claim);
  if (name.empty()) return name;
  return article_of(word_before(document.field(claim.field), claim.attribution->span.begin)) + name;
}

bool counts_its_enemy(const Claim& claim, const Taxonomy& taxonomy, const Gazetteer& gazetteer) {
  if (!claim.attribution || !is_among(losing_events, claim.event)) return false;
  if (!belongs_to_a_side(claim.subject.group, taxonomy)) return false;
  bool capital = claim.attribution->kind.empty() && gazetteer.knows(claim.attribution->name);
  if (claim.attribution->kind != "belligerent" && !capital) return false;
  if (!claim.subject.affiliation) return !capital;
  return !is_own_side(claim.attribution->name, *claim.subject.affiliation, gazetteer);
}

}  // namespace claimcheck
