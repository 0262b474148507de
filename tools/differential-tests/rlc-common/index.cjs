// Empty on purpose. See package.json.
module.exports = {};
