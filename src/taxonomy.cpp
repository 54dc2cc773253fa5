#include "taxonomy.hpp"

namespace claimcheck {

Taxonomy Taxonomy::load(const std::filesystem::path&) { return {}; }
bool Taxonomy::is_a(std::string_view group, std::string_view ancestor) const { return group == ancestor; }

}  // namespace claimcheck
