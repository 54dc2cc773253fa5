#pragma once

#include "profile.hpp"
#include "yaml_reader.hpp"

#include <map>
#include <string>

namespace claimcheck {

using Profiles = std::map<std::string, Profile, std::less<>>;

/// Reads a map of profiles. A profile that is there already is changed key by key; a new one may begin as a copy of
/// another (`like`). The words that the lexicon must know are added to `words`.
void read_profiles(const YamlFile&, const YAML::Node&, Profiles&, std::vector<WordUse>& words);

/// The profile of this name. Throws ConfigError with the nearest name and all there are.
const Profile& profile_named(const Profiles&, std::string_view name);

}  // namespace claimcheck
